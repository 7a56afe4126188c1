using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.People;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>An audit log that fits the rest of the seed; logins fill more than one page.</summary>
internal static class SeedAuditLog
{
    private const int Days = 30;
    private const int Tasks = 40;

    public static void Add(Seed seed, Workspace workspace)
    {
        AddLogins(seed, workspace);
        foreach (var field in seed.World.Fields)
        {
            AuditTrail.Add(workspace, seed.Owner, AuditEvent.Fields, "FIELD_CREATED", field.Name, field.DateCreated);
        }

        foreach (var task in seed.World.Tasks.Values.Take(Tasks))
        {
            var (user, since) = (task.Creator, task.DateCreated);
            AuditTrail.Add(workspace, user, AuditEvent.Hierarchy, "TASK_CREATED", task.Name, since);
            foreach (var period in task.History.Skip(1))
            {
                AuditTrail.Add(workspace, user, AuditEvent.Hierarchy, "TASK_STATUS_CHANGED", task.Name, period.Since);
            }
        }

        foreach (var person in workspace.Members.Where(static person => person.InvitedBy is not null))
        {
            var (email, host) = (person.Email, person.InvitedBy!);
            AuditTrail.Add(workspace, host, AuditEvent.People, "INVITE_TO_WORKSPACE", email, person.DateInvited);
            AuditTrail.Add(
                workspace,
                person,
                AuditEvent.People,
                "JOIN_WORKSPACE",
                email,
                person.DateJoined ?? seed.Now
            );
        }

        foreach (var group in workspace.Groups)
        {
            AuditTrail.Add(workspace, group.Creator, AuditEvent.People, "TEAM_CREATED", group.Name, group.DateCreated);
        }
    }

    private static void AddLogins(Seed seed, Workspace workspace)
    {
        for (var day = Days; day > 0; day--)
        {
            foreach (var (person, number) in workspace.Members.Select(static (person, number) => (person, number)))
            {
                var date = seed.Now - (day * Seed.Day) + (number * 7 * Seed.Minute);
                if ((day + number) % 11 == 0)
                {
                    Login(workspace, person, date - Seed.Minute, "failed");
                }

                Login(workspace, person, date, "success");
            }
        }
    }

    private static void Login(Workspace workspace, Member person, long date, string status) =>
        AuditTrail.Add(workspace, person, AuditEvent.Security, "USER_LOGIN", "", date, status);
}

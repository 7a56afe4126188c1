using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Seeding;

namespace ClickUpMcp.Sandbox.People;

/// <summary>Brings people into a workspace, changes what they are there, and takes them out.</summary>
internal static class Invitations
{
    /// <summary>The invited person has no name until they have joined, which nobody does in the sandbox.</summary>
    public static Member Add(Call call, Workspace workspace, MemberRole role)
    {
        var email = call.Body.Text("email");
        if (email is null || email.IndexOf('@', StringComparison.Ordinal) < 1)
        {
            throw Refuse.BadRequest("Email invalid", "INPUT_003");
        }

        if (workspace.Members.Exists(member => member.Email.Equals(email, StringComparison.OrdinalIgnoreCase)))
        {
            throw Refuse.BadRequest("User is already in this workspace");
        }

        var custom = FindRole(call.Body, workspace);
        var person = new Member
        {
            Id = call.World.Ids.Number(IdRanges.Person),
            Name = null,
            Email = email,
            Color = null,
            Role = custom?.Inherited ?? role,
            CustomRole = custom,
            InvitedBy = call.Caller,
            DateInvited = call.Now,
        };
        workspace.Members.Add(person);
        AuditTrail.Add(workspace, call.Caller, AuditEvent.People, "INVITE_TO_WORKSPACE", email, call.Now);
        return person;
    }

    /// <summary>The custom role that a body asks for, or null where it asks for none.</summary>
    public static CustomRole? FindRole(RequestBody body, Workspace workspace) =>
        body.Number("custom_role_id") is { } id
            ? workspace.CustomRoles.Find(role => role.Id == id) ?? throw Refuse.BadRequest("Custom role not found")
            : null;

    public static void ChangeRole(Call call, Workspace workspace, Member person, MemberRole role, CustomRole? custom)
    {
        if (person.Role == MemberRole.Owner && role != MemberRole.Owner)
        {
            throw Refuse.BadRequest("The role of the owner cannot be changed");
        }

        if ((person.Role, person.CustomRole) != (role, custom))
        {
            (person.Role, person.CustomRole) = (role, custom);
            AuditTrail.Add(workspace, call.Caller, AuditEvent.People, "CHANGE_USER_ROLE", person.Email, call.Now);
        }
    }

    public static void Remove(Call call, Workspace workspace, Member person)
    {
        if (person.Role == MemberRole.Owner)
        {
            throw Refuse.BadRequest("The owner cannot be removed");
        }

        workspace.Members.Remove(person);
        workspace.Grants.RemoveAll(grant => grant.Person == person);
        workspace.Groups.ForEach(group => group.Members.Remove(person));
        AuditTrail.Add(workspace, call.Caller, AuditEvent.People, "REMOVE_FROM_WORKSPACE", person.Email, call.Now);
    }
}

using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;
using ClickUpMcp.Sandbox.TimeTracking;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Time entries of the last weeks; no timer runs.</summary>
internal static class SeedTracking
{
    public static void Add(Seed seed, Workspace workspace)
    {
        var number = 0;
        foreach (var task in seed.World.Tasks.Values.Where(IsTracked).ToList())
        {
            if (number++ % 3 == 0)
            {
                AddEntry(seed, workspace, task, number);
            }
        }

        var meeting = AddEntry(seed, workspace, task: null, number: 7);
        meeting.Description = "Team meeting";
        meeting.History.Add(
            new TimeEntryChange(
                "7c1d0c2e-c0de-4acb-8000-0000000e0001",
                "description",
                "Meeting",
                meeting.Description,
                seed.Now - Seed.Day,
                meeting.User
            )
        );
    }

    private static bool IsTracked(TaskItem task) => task.List.Space.Id == SandboxSeed.EngineeringSpaceId;

    private static TimeEntry AddEntry(Seed seed, Workspace workspace, TaskItem? task, int number)
    {
        var start = seed.Now - ((1 + (number % 45)) * Seed.Day) + (number % 7 * Seed.Hour);
        var person = seed.Person(number % 4);
        var end = start + ((15 + (number % 9 * 15)) * Seed.Minute);
        var entry = TimeEntries.Add(seed.World, workspace, person, task, start, end);
        entry.Description = $"Work on {task?.Name}";
        entry.IsBillable = number % 2 == 0;
        if (number % 5 == 0)
        {
            entry.Approval = new TimeApproval(
                $"7c1d0c2e-c0de-4acb-8000-0000000f{number:d4}",
                seed.Owner,
                Submitted: end + Seed.Hour,
                Approved: end + (5 * Seed.Hour)
            );
        }

        if (number % 4 == 0)
        {
            entry.Tags.Add(TaskTags.New("pairing", "#ffffff", "#02bcd4", person));
        }

        return entry;
    }
}

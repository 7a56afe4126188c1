using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>200 tasks, times the scale, over all lists.</summary>
internal static class SeedTasks
{
    // List, tasks at scale 1. The backlog alone fills more than one page.
    private static readonly (string List, int Count)[] Shares =
    [
        (SandboxSeed.ApiListId, 10),
        (SandboxSeed.BackendBugsListId, 14),
        (SandboxSeed.FrontendBugsListId, 10),
        (SandboxSeed.WebAppListId, 10),
        (SandboxSeed.PastSprintListId, 6),
        (SandboxSeed.CurrentSprintListId, 8),
        (SandboxSeed.NextSprintListId, 4),
        (SandboxSeed.BacklogListId, 108),
        (SandboxSeed.LaunchListId, 6),
        ("90152000011", 4),
        ("90152000012", 4),
        ("90152000013", 4),
        ("90152000014", 4),
        ("90152000015", 4),
        (SandboxSeed.InboxListId, 2),
        ("90152000017", 2),
    ];

    public static void Add(Seed seed)
    {
        var number = 0;
        foreach (var (id, count) in Shares)
        {
            var list = seed.World.Lists[id];
            TaskItem? previous = null;
            for (var index = 0; index < count * seed.Scale; index++, number++)
            {
                var task = AddTask(seed, list, number, index);
                if (IsSubtask(list, index) && previous is not null)
                {
                    task.Parent = previous;
                    previous.Subtasks.Add(task);
                }
                else
                {
                    previous = task;
                }
            }
        }
    }

    private static TaskItem AddTask(Seed seed, TaskList list, int number, int index)
    {
        var created = seed.Now - ((2 + (number % 60)) * Seed.Day) - (number * 13 * Seed.Minute);
        var id = number switch
        {
            0 => SandboxSeed.RichTaskId,
            1 => SandboxSeed.SecondTaskId,
            _ => null,
        };
        var name = SeedWords.Name(list.Space.Id, number);
        var task = NewTask.Add(seed.World, list, seed.Person(number % 4), name, list.Statuses[0], created, id);
        task.Markdown = $"**{name}** for the team.\n\nSee the notes of week {1 + (number % 40)}.";
        task.PlainText = Markdown.ToPlainText(task.Markdown);
        task.CustomItemId = Type(list, index);
        task.Priority = number % 5 is 0 ? null : number % 5;
        if (number % 3 != 0)
        {
            task.DueDate = WorkspaceClock.AtFour(seed.Now + (((number % 41) - 12) * Seed.Day));
            task.StartDate = task.DueDate - (3 * Seed.Day);
        }

        task.Points = number % 4 == 0 ? null : 1 + (number % 8);
        task.TimeEstimate = number % 2 == 0 ? null : (1 + (number % 6)) * Seed.Hour;
        task.IsArchived = number % 50 == 49;
        AddPeopleAndTags(seed, task, number);
        AddStatuses(task, list, index, created);
        SeedFieldValues.Add(seed, task, number);
        return task;
    }

    private static bool IsSubtask(TaskList list, int index) => list.Id != SandboxSeed.BacklogListId && index % 6 == 5;

    private static long Type(TaskList list, int index)
    {
        var isBugList = list.Id is SandboxSeed.BackendBugsListId or SandboxSeed.FrontendBugsListId;
        return isBugList ? SandboxSeed.BugTypeId
            : index == 3 ? 1
            : 0;
    }

    private static void AddPeopleAndTags(Seed seed, TaskItem task, int number)
    {
        if (number % 4 != 3)
        {
            task.Assignees.Add(seed.Person(number));
        }

        if (number % 10 == 0)
        {
            task.Assignees.Add(seed.Person(number + 1));
        }

        var tags = task.List.Space.Tags;
        if (tags.Count > 0 && number % 3 != 1)
        {
            task.Tags.Add(tags[number % tags.Count]);
        }
    }

    // A task passes through the workflow day by day; few end closed, but for the past sprint.
    private static void AddStatuses(TaskItem task, TaskList list, int index, long created)
    {
        var last = list.Statuses.Count - 1;
        var isClosed = list.Id == SandboxSeed.PastSprintListId || index % 27 == 26;
        var reached = isClosed ? last : index % last;
        for (var step = 0; step <= reached; step++)
        {
            TaskWriter.Enter(task, list.Statuses[step], created + (step * 8 * Seed.Hour));
        }

        task.DateUpdated = task.History[^1].Since;
    }
}

using ClickUpMcp.Sandbox.Comments;
using ClickUpMcp.Sandbox.Fields;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>What hangs on tasks: comments, checklists, dependencies, links, a further list.</summary>
internal static class SeedDetails
{
    /// <summary>More than one page.</summary>
    private const int RichComments = 30;

    public static void Add(Seed seed)
    {
        AddRichTask(seed);
        foreach (var (task, number) in seed.World.Tasks.Values.Select(static (task, number) => (task, number)))
        {
            if (number % 5 == 2)
            {
                Comment(seed, task, number, "Looks good to me.");
            }

            if (number % 8 == 3)
            {
                AddChecklist(seed, task, "Definition of done", "Code reviewed", "Tests green", "Released");
            }
        }

        var list = seed.World.Lists[SandboxSeed.ApiListId];
        CommentBlocks.Add(
            seed.World,
            seed.Owner,
            CommentBlocks.Of("This list is for the public API."),
            seed.Now - Seed.Day,
            list: list
        );
    }

    private static void AddRichTask(Seed seed)
    {
        var rich = seed.RichTask;
        var others = seed.World.Tasks.Values.Skip(1).Take(4).ToList();
        for (var number = 0; number < RichComments; number++)
        {
            var comment = Comment(seed, rich, number, $"Progress note {number + 1}");
            if (number == RichComments - 1)
            {
                comment.Assignee = seed.Person(2);
                comment.AssignedBy = seed.Owner;
                AddReply(seed, comment, "Thanks, I will look at it.", 30);
                AddReply(seed, comment, "Done.", 20);
            }
        }

        AddChecklist(seed, rich, "Rollout", "Announce", "Deploy", "Watch the dashboards");
        rich.Checklists[0].Items[0].IsResolved = true;
        rich.Checklists[0].Items[1].Assignee = seed.Person(1);
        TaskRelations.Wait(rich, others[0], seed.Owner, seed.Now - Seed.Day);
        TaskRelations.Wait(others[1], rich, seed.Owner, seed.Now - Seed.Day);
        TaskRelations.Link(rich, others[2], seed.Owner, seed.Now - Seed.Day);
        rich.FurtherLists.Add(seed.World.Lists[SandboxSeed.CurrentSprintListId]);
        foreach (
            var field in seed.World.Fields.Where(field => field.Type is FieldType.Tasks or FieldType.ListRelationship)
        )
        {
            rich.FieldValues[field.Id] = StoredJson.Array([StoredJson.Text(others[3].Id)]);
        }
    }

    private static Comment Comment(Seed seed, TaskItem task, int number, string text) =>
        CommentBlocks.Add(
            seed.World,
            seed.Person(number % 5),
            CommentBlocks.Of(text),
            seed.Now - Seed.Day + (number % 40 * Seed.Minute),
            task: task
        );

    private static void AddReply(Seed seed, Comment comment, string text, int minutesAgo) =>
        CommentBlocks.Add(
            seed.World,
            seed.Person(2),
            CommentBlocks.Of(text),
            seed.Now - (minutesAgo * Seed.Minute),
            parent: comment
        );

    private static void AddChecklist(Seed seed, TaskItem task, string name, params string[] items)
    {
        var checklist = Checklists.Add(seed.World, task, task.Creator, name, task.DateCreated);
        foreach (var item in items)
        {
            Checklists.AddItem(seed.World, checklist, item, task.DateCreated);
        }
    }
}

using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Says what a copy would be of before anything is written.</summary>
internal static class CopyInventory
{
    public static HandlerResult Of(TaskCopy copy, string next)
    {
        string with = Counts([("subtasks", copy.Tree.Nodes.Count - 1), .. PartsOf([copy])]);
        return CopyResult.Lines(
            [
                $"Nothing was done yet. Task {copy.Tree.Root.Name} would be copied to list {copy.Place.Name} of another workspace"
                    + $"{(with.Length == 0 ? "" : $", with {with}")}, and then deleted for good.",
                .. copy.Report.Losses,
                next,
            ],
            isError: false
        );
    }

    /// <summary>What is in a list or folder, as in "2 lists, 12 tasks, 3 subtasks".</summary>
    public static string Of(PlaceCopy copy)
    {
        TaskCopy[] all = [.. copy.Lists.Select(static list => list.Tasks)];
        int roots = all.Sum(static tasks => tasks.Tree.Nodes.Count(static node => node.Parent is null));
        string with = Counts([
            ("lists", copy.Contents.IsFolder ? all.Length : 0),
            ("tasks", roots),
            ("subtasks", all.Sum(static tasks => tasks.Tree.Nodes.Count) - roots),
            .. PartsOf(all),
        ]);
        return with.Length == 0 ? "no tasks" : with;
    }

    private static (string What, int Count)[] PartsOf(IReadOnlyList<TaskCopy> copies)
    {
        return
        [
            ("checklists", Sum(static task => task.Items("checklists"))),
            ("files", Sum(static task => FileCopy.FilesOf(task).Concat(FieldFileCopy.FilesOf(task)))),
            ("comments", copies.Sum(static copy => copy.CommentCount)),
        ];

        int Sum(Func<JsonElement, IEnumerable<JsonElement>> read) =>
            copies.SelectMany(static copy => copy.Tree.Nodes).Sum(node => read(node.Task).Count());
    }

    private static string Counts(IEnumerable<(string What, int Count)> counts) =>
        string.Join(
            ", ",
            counts
                .Where(static part => part.Count > 0)
                .Select(static part => part.Count == 1 ? $"1 {part.What[..^1]}" : $"{part.Count} {part.What}")
        );
}

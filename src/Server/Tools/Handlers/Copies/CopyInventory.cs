using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Says what a copy would be of before anything is written.</summary>
internal static class CopyInventory
{
    public static HandlerResult Of(TaskCopy copy, string next)
    {
        IReadOnlyList<TaskNode> nodes = copy.Tree.Nodes;
        (string What, int Count)[] counts =
        [
            ("subtasks", nodes.Count - 1),
            ("checklists", Sum(static task => task.Items("checklists"))),
            ("files", Sum(FileCopy.FilesOf)),
            ("comments", copy.CommentCount),
        ];
        string with = string.Join(
            ", ",
            counts.Where(static part => part.Count > 0).Select(static part => $"{part.Count} {part.What}")
        );
        return CopyResult.Lines(
            [
                $"Nothing was done yet. Task {copy.Tree.Root.Name} would be copied to list {copy.Place.Name} of another workspace"
                    + $"{(with.Length == 0 ? "" : $", with {with}")}, and then deleted for good.",
                .. copy.Report.Losses,
                next,
            ],
            isError: false
        );

        int Sum(Func<JsonElement, IEnumerable<JsonElement>> read) => nodes.Sum(node => read(node.Task).Count());
    }
}

using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Words what a copy came to.</summary>
internal static class CopyResult
{
    /// <summary>What a dry run says before its requests.</summary>
    public static HandlerResult Rehearsed(string tool, IEnumerable<string> losses) =>
        Lines(
            [
                $"Dry run of {tool}: nothing was written. Where new stands, the id of what was made before does, which depends on the response.",
                .. losses,
            ],
            isError: false
        );

    /// <summary>A copy of which something is missing: its id, what is there, and what is not.</summary>
    public static HandlerResult Incomplete(
        string headline,
        CopyReport report,
        IEnumerable<string> differences,
        string next
    ) =>
        Lines(
            [
                $"The copy is incomplete: {headline}.",
                .. report.Problems,
                .. differences.Select(static what => $"Read back, it differs: {what}"),
                .. report.Losses,
                next,
            ],
            isError: true
        );

    /// <summary>A copy that is there.</summary>
    public static HandlerResult Complete(TaskCopy copy, JsonElement task) =>
        HandlerResult.OfItem(task, [$"Copied {Headline(copy)}.", .. copy.Report.Losses]);

    /// <summary>The copy by its id, with what was made with it.</summary>
    public static string Headline(TaskCopy copy)
    {
        string with = copy.Report.Counts is { } counts ? $", with {counts}" : string.Empty;
        return $"{copy.Tree.Root.Name} as {copy.Made.Text("id")} in list {copy.Place.Name}{with}";
    }

    /// <summary>Lines that are the whole result.</summary>
    public static HandlerResult Lines(IEnumerable<string> lines, bool isError) =>
        HandlerResult.Of(new ToolResult(string.Join('\n', lines.Select(OutputSanitizer.CleanLine)), isError));
}

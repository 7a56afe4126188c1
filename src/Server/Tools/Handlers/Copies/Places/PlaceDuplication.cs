using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies a list or folder, and says what was not copied.</summary>
internal static class PlaceDuplication
{
    private const string Next =
        "What is missing can be added to the copy by its id; a second call would make a second copy.";

    /// <summary>What no copy of a list or folder has.</summary>
    public const string Left =
        "Not copied: views, automations, comments, statuses and custom fields of the place's own, and who may see it; tasks are new, without tracked time and history.";

    public static async ValueTask<HandlerResult> RunAsync(
        string tool,
        PlaceOrder order,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        PlaceCopy copy = await PlaceCopy.PrepareAsync(order, context, cancellationToken);
        string inventory = $"{copy.Contents.Name} has {CopyInventory.Of(copy)}; the copy goes to {copy.Target.Name}.";
        await copy.RunAsync(cancellationToken);
        if (context.Services.IsDryRun)
        {
            return CopyResult.Rehearsed(tool, [inventory, Left, .. copy.Report.Losses]);
        }

        IReadOnlyList<string> differences = copy.Report.IsComplete
            ? await copy.CompareUnshownAsync(cancellationToken)
            : [];
        return copy.Report.IsComplete && differences.Count == 0
            ? CopyResult.Lines([$"Copied {copy.Headline}.", Left, .. copy.Report.Losses], isError: false)
            : CopyResult.Incomplete(copy.Headline, copy.Report, differences, Next);
    }
}

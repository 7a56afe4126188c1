using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Takes a list or folder to another workspace: a copy, of which all is read back, and only then the end of the original.</summary>
/// <param name="tool">The tool.</param>
/// <param name="within">The tool for places of the same workspace.</param>
/// <param name="order">What goes where.</param>
/// <param name="context">The call.</param>
internal sealed class PlaceTransfer(string tool, string within, PlaceOrder order, ToolCallContext context)
{
    private const string Kept = "The original was not deleted. Look at both before either is deleted.";
    private const string Nothing = "Nothing was done.";

    public async ValueTask<HandlerResult> RunAsync(bool deleteSource, CancellationToken cancellationToken)
    {
        PlaceCopy copy = await PlaceCopy.PrepareAsync(order, context, cancellationToken);
        if (copy.Target.Other is null)
        {
            string same = $"The {copy.Target.Name} is in the workspace of the {copy.Contents.Name}.";
            string why = $"Within a workspace it is moved, and tasks keep their ids and all that is theirs. {Nothing}";
            return deleteSource
                ? throw new ActionableException(same, why, $"Use {within}.")
                : CopyResult.Lines([same, why, $"Use {within}."], isError: false);
        }

        if (!deleteSource)
        {
            return CopyResult.Lines(
                [
                    $"Nothing was done yet. The {copy.Contents.Name} with {CopyInventory.Of(copy)} would be copied to {copy.Target.Name}, and then deleted for good.",
                    PlaceDuplication.Left,
                    .. copy.Report.Losses,
                    $"Ask the user; then call {tool} again with delete_source true. The original is deleted only once all was read back and is whole.",
                ],
                isError: false
            );
        }

        CheckThatNothingIsLost(copy);
        await copy.RunAsync(cancellationToken);
        if (!context.Services.IsDryRun)
        {
            IReadOnlyList<string> differences = copy.Report.IsComplete
                ? await copy.CompareAllAsync(cancellationToken)
                : [];
            if (!copy.Report.IsComplete || differences.Count > 0)
            {
                return CopyResult.Incomplete(copy.Headline, copy.Report, differences, Kept);
            }

            // Between the first read and the deletion others may have worked on it.
            PlaceContents now = await PlaceContents.ReadAsync(order, context, cancellationToken);
            if (!now.State.SequenceEqual(copy.Contents.State))
            {
                return CopyResult.Incomplete(copy.Headline, copy.Report, ["the original was changed meanwhile"], Kept);
            }
        }

        string deleted = await DeleteAsync(cancellationToken);
        return context.Services.IsDryRun
            ? CopyResult.Rehearsed(tool, [PlaceDuplication.Left, .. copy.Report.Losses])
            : CopyResult.Lines([$"Took {copy.Headline}. {deleted}", .. copy.Report.Losses], isError: false);
    }

    // What is deleted with the original must be in the copy.
    private static void CheckThatNothingIsLost(PlaceCopy copy)
    {
        (string? what, string next) =
            copy.Contents.Folders.Count > 0
                ? (
                    $"Folders in the folder would be lost with it: {string.Join(", ", copy.Contents.Folders)}.",
                    "Take each of them there first, or move them out of the folder."
                )
            : copy.Lists.Any(static list => list.Tasks.Tree.Unread.Count > 0)
                ? (
                    "Subtasks that may not be read would be lost with the original.",
                    "Have it done with the token of a member who can read all of it."
                )
            : copy.LosesFiles
                ? (
                    "Files of tasks would be lost with the original, since this server cannot fetch them.",
                    "Let the user start the server with --file-urls, or copy it and keep the original."
                )
            : ((string?)null, string.Empty);
        if (what is not null)
        {
            throw new ActionableException(what, Nothing, next);
        }
    }

    private async ValueTask<string> DeleteAsync(CancellationToken cancellationToken)
    {
        ClickUpRequest request = order.List is { } list
            ? ClickUpOperations.DeleteList(list)
            : ClickUpOperations.DeleteFolder(order.Folder!.Value);
        await context.Services.Client.SendAsync(request, cancellationToken);
        return await new WriteCheck(request, context.Services).DescribeAsync(
            default,
            "The original is deleted.",
            cancellationToken
        );
    }
}

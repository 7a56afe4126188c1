using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Carries out the items of a bulk call, a wave of them at a time, and finds out what became of each.</summary>
/// <param name="items">The items, resolved.</param>
/// <param name="options">How the call goes about it.</param>
/// <param name="reads">The way to the API.</param>
/// <param name="context">The call.</param>
/// <param name="report">Takes how long it took.</param>
internal sealed class BulkWriter(
    IReadOnlyList<BulkItem> items,
    BulkOptions options,
    BulkReads reads,
    ToolCallContext context,
    BulkReport report
)
{
    // As many tasks as a page has, so that a wave is read back by one request.
    private const int WaveSize = 100;
    private const int MostAttempts = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    // An item that would be cut off is better not begun.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    private int _ended;

    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        context.ExtendDeadline();
        long start = context.Services.Time.GetTimestamp();
        for (int first = 0; first < items.Count && !reads.HasStopped; first += WaveSize)
        {
            BulkItem[] wave = [.. items.Skip(first).Take(WaveSize)];
            await RefreshAsync(wave, cancellationToken);
            reads.Wave = new BulkWave(reads.ReadAllAsync, wave.Length, cancellationToken);
            await Task.WhenAll(wave.Select(item => RunAsync(item, reads.Wave, cancellationToken)));
        }

        report.Took(context.Services.Time.GetElapsedTime(start), cancellationToken.IsCancellationRequested);
        context.ReportProgress(_ended, items.Count, report.Headline(items));
    }

    // Many items take minutes, in which others change tasks, too.
    private async ValueTask RefreshAsync(BulkItem[] wave, CancellationToken cancellationToken)
    {
        try
        {
            await reads.RefreshAsync(wave.Select(static item => item.Id).OfType<string>(), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            reads.Stop();
        }
    }

    private async Task RunAsync(BulkItem item, BulkWave wave, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsReadyAsync(item, wave))
            {
                await TryAsync(item, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            reads.Stop();
            Leave(item, "it was stopped while its request was under way");
        }
        finally
        {
            item.End();
            wave.End();
        }

        if (item.State is BulkState.Failed or BulkState.Unknown && !options.ContinuesOnError)
        {
            reads.Stop();
        }

        if (item.State != BulkState.NotStarted)
        {
            context.ReportProgress(Interlocked.Increment(ref _ended), items.Count, item.Label);
        }
    }

    private static async ValueTask<bool> IsReadyAsync(BulkItem item, BulkWave wave)
    {
        if (item.Parent is not { Item: { } parent } place)
        {
            return true;
        }

        // What it waits for may itself wait for the tasks of the wave.
        wave.End();
        await parent.Ended;
        await (place.After?.Ended ?? Task.CompletedTask);
        wave.Begin();
        return parent is { State: BulkState.Done, Id: not null };
    }

    private async ValueTask TryAsync(BulkItem item, CancellationToken cancellationToken)
    {
        bool mayBeDone = false;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                StopBeforeTheEnd();
                BulkResult result = await item.Step!(cancellationToken);
                item.State = BulkState.Done;
                (string? id, string? name) = ShownIn(item.Client!.Written);
                bool isMade = item.Id is null && result.Id is null && name is not null;
                item.Id ??= result.Id ?? id;
                item.Name = item.IsPart ? item.Given.Text("name") : result.Name ?? item.Name ?? (isMade ? name : null);
                // Of what was made, id and name say enough.
                item.Result = isMade ? null : result;
                item.Text = Join(result.Note, item.Context!.Services.Remarks.Take());
                return;
            }
            catch (ActionableException) when (item.Client is { WasStopped: true, HasWritten: false })
            {
                return;
            }
            catch (ActionableException failure)
            {
                if (IsGone(failure))
                {
                    item.State = BulkState.Done;
                    item.Text = mayBeDone ? null : "it was gone already, as a subtask is with its parent";
                    return;
                }

                mayBeDone |= item.Client!.HasWritten;
                if (!IsPassing(failure) || attempt == MostAttempts || (mayBeDone && !context.IsRepeatable))
                {
                    Fail(item, failure, mayBeDone);
                    return;
                }
            }

            // What may be repeated is; the rate limit has its own pace below.
            item.Context!.Services.Remarks.Take();
            await Task.Delay(
                FirstPause * (1 << attempt) * Random.Shared.NextDouble(),
                context.Services.Time,
                cancellationToken
            );
        }
    }

    // What is made comes alone or in a wrapper of one member.
    private static (string? Id, string? Name) ShownIn(ReadOnlyMemory<byte> response)
    {
        if (response.IsEmpty)
        {
            return default;
        }

        using JsonDocument document = JsonDocument.Parse(response);
        JsonElement root = document.RootElement;
        bool isWrapped =
            root.ValueKind == JsonValueKind.Object
            && root.GetPropertyCount() == 1
            && root.EnumerateObject().First().Value.ValueKind == JsonValueKind.Object;
        JsonElement thing = isWrapped ? root.EnumerateObject().First().Value : root;
        return (thing.Text("id"), thing.Text("name"));
    }

    private void StopBeforeTheEnd()
    {
        if (context.TimeLeft is { } left && left < Reserve)
        {
            reads.Stop();
        }
    }

    // It was there when the call began: a request that was cut off has removed it, or that of its parent.
    private bool IsGone(ActionableException failure) =>
        context.Removes && failure is ClickUpApiException { Kind: ApiErrorKind.NotFoundOrNoAccess };

    private static bool IsPassing(ActionableException failure) =>
        failure
            is ClickUpApiException
            {
                Kind: ApiErrorKind.Unreachable or ApiErrorKind.ServerFault or ApiErrorKind.Unreadable
            };

    private void Fail(BulkItem item, ActionableException failure, bool mayBeDone)
    {
        if (failure is ClickUpApiException { Kind: ApiErrorKind.RateLimited } && !mayBeDone)
        {
            // The wait does not fit into the call, and will not for the items after it.
            reads.Stop();
            return;
        }

        string text = string.Join(
            ' ',
            new[] { failure.What, failure.Why, failure.Next }.Where(static part => !string.IsNullOrEmpty(part))
        );
        if (mayBeDone && IsPassing(failure))
        {
            item.State = BulkState.Unknown;
            item.Text = text;
            return;
        }

        item.State = BulkState.Failed;
        item.Text = failure.Options.Count == 0 ? text : $"{text} Options: {string.Join(", ", failure.Options.Take(5))}";
    }

    private static void Leave(BulkItem item, string reason)
    {
        if (item.Client is { HasWritten: true } client)
        {
            item.State = BulkState.Unknown;
            item.Text = client.IsSettled ? "accepted, but it was stopped before it was read back" : reason;
        }
    }

    private static string? Join(string? text, string[] remarks)
    {
        string[] said = [.. remarks.Prepend(text).OfType<string>().Where(static part => part.Length > 0)];
        return said.Length == 0
            ? null
            : string.Join(
                ' ',
                said.Select((part, i) => i == said.Length - 1 || part[^1] is '.' or '!' or '?' ? part : $"{part}.")
            );
    }
}

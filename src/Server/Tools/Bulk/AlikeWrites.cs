using System.Collections.Concurrent;
using System.Text;
using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What was seen of the writes of a bulk call that are alike: one is read back, and what it shows holds for all, unless something was amiss.</summary>
internal sealed class AlikeWrites
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SeenWrite?>> _seen = new(StringComparer.Ordinal);

    /// <summary>What is seen of a write.</summary>
    /// <param name="request">The write.</param>
    /// <param name="look">Looks at it.</param>
    public async ValueTask<SeenWrite> SeeAsync(ClickUpRequest request, Func<ValueTask<SeenWrite>> look)
    {
        TaskCompletionSource<SeenWrite?> own = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<SeenWrite?> first = _seen.GetOrAdd(
            $"{request.Operation} {Encoding.UTF8.GetString(request.Body.Span)}",
            own
        );
        if (first != own)
        {
            return await first.Task is { IsWhole: true } seen ? seen : await look();
        }

        SeenWrite? found = null;
        try
        {
            found = await look();
            return found;
        }
        finally
        {
            own.SetResult(found);
        }
    }
}

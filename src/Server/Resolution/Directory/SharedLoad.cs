using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>One load that all callers who want the same thing at the same time wait for.</summary>
internal sealed class SharedLoad<T>(CancellationTokenSource cancellation)
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many callers wait; the cache's lock guards it.</summary>
    public int Waiters { get; set; }

    /// <summary>The timestamp of success; null while loading and after a failure. The cache's lock guards it.</summary>
    public long? LoadedAt { get; set; }

    /// <summary>Those who wait, for the requests of the load.</summary>
    public SharedCall Call { get; } = new();

    /// <summary>The outcome.</summary>
    public Task<T> Result => _result.Task;

    /// <summary>Runs the load; its outcome, whatever it is, ends up in <see cref="Result"/>.</summary>
    /// <returns>Whether it succeeded.</returns>
    public async Task RunAsync(Func<IUpstreamCall, CancellationToken, Task<T>> load, Action<bool> finished)
    {
        try
        {
            T value = await load(Call, cancellation.Token);
            finished(true);
            _result.SetResult(value);
        }
        catch (Exception exception)
        {
            finished(false);
            _result.SetException(exception);
        }
    }

    /// <summary>Gives up, because nobody waits any more.</summary>
    public void Cancel() => cancellation.Cancel();
}

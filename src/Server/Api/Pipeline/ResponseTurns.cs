namespace ClickUpMcp.Api;

/// <summary>Lets so many large responses at once be read into memory; the others wait in their sockets, in the order in which they came.</summary>
/// <remarks>
/// A response that comes slowly must not hold the others up, so nobody waits for long: the bound is soft, and no deadline depends on it
/// (docs/decisions/0024-memory-bounds.md).
/// </remarks>
internal sealed class ResponseTurns(int atOnce, TimeProvider time) : IDisposable
{
    /// <summary>What of a response is read without a turn.</summary>
    public const int FreeBytes = 64 * 1024;

    /// <summary>How long a response waits for its turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _free = new(atOnce);

    public ResponseTurns(TimeProvider time)
        : this(Environment.ProcessorCount, time) { }

    /// <summary>Waits for a turn, which ends when it is disposed of; null for a response that waited long enough.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants the response any more.</exception>
    public async ValueTask<IDisposable?> WaitAsync(CancellationToken cancellationToken)
    {
        if (_free.Wait(TimeSpan.Zero, cancellationToken))
        {
            return new Turn(_free);
        }

        using CancellationTokenSource patience = new(Patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token,
            cancellationToken
        );
        try
        {
            await _free.WaitAsync(either.Token);
            return new Turn(_free);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        private SemaphoreSlim? _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Release();
    }
}

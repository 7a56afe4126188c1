namespace ClickUpMcp.Transport.Http;

/// <summary>Lets large bodies be worked on one after the other, on half of the cores at most, so that small requests find one free.</summary>
/// <remarks>They wait in the order in which they came; how many one principal may have there is bounded by what its bodies may hold.</remarks>
internal sealed class LargeBodyTurns(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim _free = new(atOnce);

    public LargeBodyTurns()
        : this(Math.Max(1, Environment.ProcessorCount / 2)) { }

    /// <summary>Waits until a large body has its turn; a small one needs none.</summary>
    /// <returns>Ends the turn when it is disposed of, once or more often.</returns>
    public async ValueTask<IDisposable?> WaitAsync(RequestBody body, CancellationToken aborted)
    {
        if (!body.IsLarge)
        {
            return null;
        }

        await _free.WaitAsync(aborted);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        private SemaphoreSlim? _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Release();
    }
}

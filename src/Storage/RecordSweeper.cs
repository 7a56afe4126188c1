namespace ClickUpMcp.Storage;

/// <summary>Removes what is expired from a store, again and again until it is disposed.</summary>
/// <remarks>What is expired is never found anyway; this is what takes it out of the files and out of the next backup.</remarks>
public sealed class RecordSweeper : IAsyncDisposable
{
    /// <summary>How often it sweeps: what is expired stays on the disk for no longer.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly IRecordStore _store;
    private readonly Action<StoreException> _report;
    private readonly PeriodicTimer _timer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sweeping;

    /// <param name="store">The store; it is not disposed with the sweeper.</param>
    /// <param name="time">The clock.</param>
    /// <param name="report">Takes why a sweep failed; the next one tries again.</param>
    public RecordSweeper(IRecordStore store, TimeProvider time, Action<StoreException> report)
    {
        _store = store;
        _report = report;
        _timer = new PeriodicTimer(Every, time);
        _sweeping = SweepAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _timer.Dispose();
        await _sweeping;
        _stop.Dispose();
    }

    private async Task SweepAsync()
    {
        try
        {
            while (await _timer.WaitForNextTickAsync(_stop.Token))
            {
                try
                {
                    await _store.SweepAsync(_stop.Token);
                }
                catch (StoreException e)
                {
                    _report(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It was asked to stop.
        }
    }
}

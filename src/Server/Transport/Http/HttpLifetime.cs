namespace ClickUpMcp.Transport.Http;

/// <summary>How far the server's end has come.</summary>
internal sealed class HttpLifetime : IDisposable
{
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _ended = new();

    /// <summary>Fires when the end begins: streams that only wait are closed, calls may still finish.</summary>
    public CancellationToken Draining => _draining.Token;

    /// <summary>Fires when calls have had their time: what still runs is cancelled and answered.</summary>
    public CancellationToken Ended => _ended.Token;

    public void Drain() => _draining.Cancel();

    public void End() => _ended.Cancel();

    public void Dispose()
    {
        _draining.Dispose();
        _ended.Dispose();
    }
}

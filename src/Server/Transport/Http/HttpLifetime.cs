namespace ClickUpMcp.Transport.Http;

/// <summary>How far the server's end has come.</summary>
/// <param name="hasSuccessor">Whether another process goes on with the same socket, so that what has come here is served here.</param>
internal sealed class HttpLifetime(bool hasSuccessor) : IDisposable
{
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _ended = new();

    /// <summary>Fires when the end begins: streams that only wait are closed, calls may still finish.</summary>
    public CancellationToken Draining => _draining.Token;

    /// <summary>Whether new requests are refused.</summary>
    public bool IsRefusing => IsDraining && !hasSuccessor;

    /// <summary>Whether the end has begun.</summary>
    public bool IsDraining => _draining.IsCancellationRequested;

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

using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Tests.Support;

/// <summary>A server that accepts connections and never answers.</summary>
internal sealed class SilentListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private TcpClient? _accepted;

    public SilentListener() => _listener.Start();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async Task AcceptAsync(CancellationToken cancellationToken) =>
        _accepted = await _listener.AcceptTcpClientAsync(cancellationToken);

    public void Dispose()
    {
        _accepted?.Dispose();
        _listener.Dispose();
    }
}

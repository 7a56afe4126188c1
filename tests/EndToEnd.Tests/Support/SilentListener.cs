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

    /// <summary>The environment of a server that takes this for ClickUp.</summary>
    public IReadOnlyDictionary<string, string?> AsClickUp =>
        new Dictionary<string, string?>
        {
            ["CLICKUP_API_KEY"] = "pk_1_TEST",
            ["CLICKUP_API_BASE_URL"] = Address.ToString(),
        };

    public async Task AcceptAsync(CancellationToken cancellationToken) =>
        _accepted = await _listener.AcceptTcpClientAsync(cancellationToken);

    public void Dispose()
    {
        _accepted?.Dispose();
        _listener.Dispose();
    }
}

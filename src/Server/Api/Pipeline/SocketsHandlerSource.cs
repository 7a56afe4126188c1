using System.Net;

namespace ClickUpMcp.Api;

/// <summary>The connection pool to ClickUp: made at the first request, shared by every client of the process.</summary>
internal sealed class SocketsHandlerSource(ClickUpClientOptions options) : IDisposable
{
    private readonly Lock _lock = new();
    private SocketsHttpHandler? _handler;

    /// <summary>The shared handler.</summary>
    public HttpMessageHandler Get()
    {
        lock (_lock)
        {
            return _handler ??= Create();
        }
    }

    public void Dispose() => _handler?.Dispose();

    private SocketsHttpHandler Create() =>
        new()
        {
            // A redirect would carry the Authorization header to wherever the response points.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            UseCookies = false,
            // Through a proxy, plain http would show it the token; https goes through a tunnel.
            UseProxy = !ClickUpClientOptions.IsThisMachine(options.BaseUrl),
            DefaultProxyCredentials = null,
            Credentials = null,
            PreAuthenticate = false,
            ConnectTimeout = options.ConnectTimeout,
            // Long enough to reuse connections, short enough to follow DNS.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            EnableMultipleHttp2Connections = true,
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = null,
        };
}

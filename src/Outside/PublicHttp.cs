using System.Net;
using System.Net.Sockets;

namespace ClickUpMcp.Outside;

/// <summary>Makes the connections that addresses written by others lead to: the public internet only, checked at connect.</summary>
internal static class PublicHttp
{
    /// <summary>A handler that follows no redirect, keeps no cookies, and asks no proxy.</summary>
    /// <param name="resolve">Looks a host up; null for the system's resolver.</param>
    /// <param name="connect">Connects to the first of some addresses that can be; null for the system's sockets.</param>
    public static SocketsHttpHandler CreateHandler(
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null,
        Func<IPAddress[], int, CancellationToken, ValueTask<Stream>>? connect = null
    ) => Create(PublicAddress.IsPublic, resolve, connect);

    /// <summary>The same for a service that the operator runs on this machine, and for nothing else.</summary>
    public static SocketsHttpHandler CreateLoopbackHandler() => Create(IPAddress.IsLoopback, null, null);

    private static SocketsHttpHandler Create(
        Func<IPAddress, bool> allows,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve,
        Func<IPAddress[], int, CancellationToken, ValueTask<Stream>>? connect
    )
    {
        connect ??= ConnectAsync;
        resolve ??= static (host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = (context, cancellationToken) =>
                CheckAsync(context.DnsEndPoint, allows, resolve, connect, cancellationToken),
        };
    }

    // One look-up: what was checked is what is connected to, whatever the name says a moment later.
    private static async ValueTask<Stream> CheckAsync(
        DnsEndPoint target,
        Func<IPAddress, bool> allows,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        Func<IPAddress[], int, CancellationToken, ValueTask<Stream>> connect,
        CancellationToken cancellationToken
    )
    {
        IPAddress[] addresses = await resolve(target.Host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(allows))
        {
            throw new HttpRequestException(
                "The host has an address that is not of the public internet, or else not of this machine."
            );
        }

        return await connect(addresses, target.Port, cancellationToken);
    }

    private static async ValueTask<Stream> ConnectAsync(
        IPAddress[] addresses,
        int port,
        CancellationToken cancellationToken
    )
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

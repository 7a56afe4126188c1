using System.Net;
using System.Net.Sockets;

namespace ClickUpMcp.Authorization.Outside;

/// <summary>Makes the connections that addresses written by others lead to: the public internet only, checked at connect.</summary>
internal static class PublicHttp
{
    /// <summary>A handler that follows no redirect, keeps no cookies, and asks no proxy.</summary>
    /// <param name="resolve">Looks a host up; null for the system's resolver.</param>
    public static SocketsHttpHandler CreateHandler(Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
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
                ConnectAsync(context.DnsEndPoint, resolve, cancellationToken),
        };
    }

    // One look-up: what was checked is what is connected to, whatever the name says a moment later.
    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        CancellationToken cancellationToken
    )
    {
        IPAddress[] addresses = await resolve(target.Host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(PublicAddress.IsPublic))
        {
            throw new HttpRequestException("The host has an address that is not of the public internet.");
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Reads the values of HTTP settings; each throws <see cref="FormatException"/> that says what was expected.</summary>
internal static class HttpSettingValues
{
    private const string Loopback = "localhost";

    public static IPEndPoint EndPoint(string value)
    {
        string text = value.StartsWith(Loopback + ':', StringComparison.OrdinalIgnoreCase)
            ? $"{IPAddress.Loopback}{value[Loopback.Length..]}"
            : value;
        // Without a port the parser takes 0, which would be a surprise.
        bool hasPort =
            text.LastIndexOf(':') > text.LastIndexOf(']')
            && text.IndexOf(':') is var first
            && (text[0] == '[' || first == text.LastIndexOf(':'));
        return hasPort && IPEndPoint.TryParse(text, out IPEndPoint? endPoint)
            ? endPoint
            : throw new FormatException("an address and a port, as 127.0.0.1:3000 or [::]:3000");
    }

    public static Uri PublicUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? url)
        && url.Scheme is "http" or "https"
        && url is { UserInfo: "", Query: "", Fragment: "", AbsolutePath: "/" }
            ? url
            : throw new FormatException("an http or https URL without path, user, query or fragment");

    /// <summary>Addresses and networks; an address is a network of its own.</summary>
    public static IPNetwork[] Networks(string value) =>
        Array.ConvertAll(
            SettingValues.List(value),
            static text =>
                IPAddress.TryParse(text, out IPAddress? one)
                    ? new IPNetwork(one, one.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
                : IPNetwork.TryParse(text, out IPNetwork network)
                && network.PrefixLength > 0
                && network.BaseAddress.Equals(IPAddress.Parse(text[..text.IndexOf('/', StringComparison.Ordinal)]))
                    ? network
                : throw new FormatException(
                    "addresses, or networks that begin where they should and are not everything, as 10.0.0.0/8 or fd00::/8, separated by commas"
                )
        );

    public static string[] Hosts(string value)
    {
        string[] hosts = SettingValues.List(value.ToLowerInvariant());
        return hosts.All(static host => Uri.CheckHostName(host) != UriHostNameType.Unknown)
            ? hosts
            : throw new FormatException("host names without scheme and port, separated by commas");
    }

    public static string[] Origins(string value)
    {
        string[] origins = SettingValues.List(value.ToLowerInvariant());
        return origins.All(static origin =>
            Uri.TryCreate(origin, UriKind.Absolute, out Uri? url)
            && url.Scheme is "http" or "https"
            && url.GetLeftPart(UriPartial.Authority) == origin
        )
            ? origins
            : throw new FormatException("origins as browsers send them (https://app.example.com), separated by commas");
    }
}

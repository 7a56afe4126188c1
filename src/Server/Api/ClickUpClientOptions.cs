using System.Net;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Api;

/// <summary>Where ClickUp is and how long to wait for it.</summary>
internal sealed record ClickUpClientOptions
{
    /// <summary>ClickUp's own address; its paths carry <c>/api/v2</c> or <c>/api/v3</c> themselves.</summary>
    public static Uri DefaultBaseUrl { get; } = new("https://api.clickup.com/");

    /// <summary>How the API speaks, as the spec states it.</summary>
    public required UpstreamDialect Dialect { get; init; }

    /// <summary>Scheme, host and port only; see <see cref="ParseBaseUrl"/>.</summary>
    public Uri BaseUrl { get; init; } = DefaultBaseUrl;

    /// <summary>How long one attempt may take, from the connection to the last byte of the response.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long setting up a connection may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest response that is read, in bytes after decompression.</summary>
    public int MaxResponseBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How long a request that no call stands behind may wait; a longer wait is reported instead.</summary>
    public TimeSpan MaxRateLimitWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What may be sent for no call.</summary>
    public CallPermission WithoutCall { get; init; } = CallPermission.Get;

    /// <summary>How often a request is repeated after a fault when that is safe; 429 is repeated while there is time.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Reads a base URL from configuration.</summary>
    /// <param name="text">The address.</param>
    /// <param name="allowsOtherHost">Whether the operator has allowed a host that is neither ClickUp's nor this machine.</param>
    /// <exception cref="ActionableException">It is not https (or http to this machine), has more than a host, or names a host not allowed.</exception>
    public static Uri ParseBaseUrl(string text, bool allowsOtherHost = false)
    {
        if (
            !Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? url)
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsThisMachine(url)))
            || url is not { UserInfo: "", Query: "", Fragment: "", AbsolutePath: "/" }
        )
        {
            throw new ActionableException(
                "The configured ClickUp base URL cannot be used.",
                "The token goes to this address, so it must be https, or http to this machine, and have no path or user.",
                "Leave CLICKUP_API_BASE_URL unset, or set it like https://api.clickup.com or http://127.0.0.1:8080."
            );
        }

        return allowsOtherHost || IsThisMachine(url) || IsClickUp(url)
            ? url
            : throw new ActionableException(
                "The configured ClickUp base URL names a host that is not ClickUp's.",
                "Every token goes to this address.",
                "Leave CLICKUP_API_BASE_URL unset; if the host is a gateway of your own, add --allow-other-api-host."
            );
    }

    /// <summary>Whether <paramref name="url"/> is at clickup.com or a host below it.</summary>
    public static bool IsClickUp(Uri url) =>
        $".{url.IdnHost}".EndsWith(".clickup.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="url"/> names this machine by itself, without asking a resolver.</summary>
    public static bool IsThisMachine(Uri url) =>
        string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address) && IPAddress.IsLoopback(address));
}

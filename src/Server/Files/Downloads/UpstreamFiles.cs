using ClickUpMcp.Errors;
using ClickUpMcp.Outside;

namespace ClickUpMcp.Files;

/// <summary>Files that the API keeps: fetched from the hosts that are known for them, and without any credential.</summary>
/// <remarks>Who writes to the workspace may get an address of any kind into it, so an address is not trusted for where it comes from.</remarks>
/// <param name="hosts">The hosts; a name after <c>*.</c> stands for all hosts below it.</param>
/// <param name="near">Where they are besides, when the API runs on this machine; null when it does not.</param>
/// <param name="time">The clock of the limit of time.</param>
/// <param name="createHandler">Makes what sends to the hosts, at the first file.</param>
internal sealed class UpstreamFiles(
    IReadOnlyList<string> hosts,
    NearFiles? near,
    TimeProvider time,
    Func<HttpMessageHandler> createHandler
) : IDisposable
{
    private const string Below = "*.";

    private readonly Lazy<HttpMessageInvoker> _http = new(() => new HttpMessageInvoker(createHandler()));
    private readonly Lazy<HttpMessageInvoker> _nearHttp = new(() => new HttpMessageInvoker(near!.CreateHandler()));

    /// <summary>Starts to fetch a file; who reads it disposes of it.</summary>
    /// <param name="address">Its address, as the API gives it.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="longest">The longest that it may take, from the first connection to the last byte.</param>
    /// <param name="cancellationToken">Ends the request; reading has a token of its own.</param>
    /// <exception cref="ActionableException">It is not at a known host, or is not given out.</exception>
    public async Task<UpstreamFile> OpenAsync(
        string address,
        long maxBytes,
        TimeSpan longest,
        CancellationToken cancellationToken
    )
    {
        Uri url = Known(address) ?? throw DownloadErrors.Elsewhere();
        try
        {
            PublicFetcher fetcher = FetcherOf(url, new PublicFetchLimits(maxBytes, longest));
            return new UpstreamFile(await fetcher.OpenAsync(url, cancellationToken), maxBytes);
        }
        catch (PublicFetchException e)
        {
            throw DownloadErrors.Of(e, maxBytes);
        }
    }

    /// <summary>A file that is passed on: read while it is sent, and asked for again where it is sent again.</summary>
    /// <param name="address">Its address, as the API gives it.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="longest">The longest that it may take.</param>
    /// <exception cref="ActionableException">It is not at a known host.</exception>
    public UrlFile At(string address, long maxBytes, TimeSpan longest)
    {
        Uri url = Known(address) ?? throw DownloadErrors.Elsewhere();
        return new UrlFile(url, FetcherOf(url, new PublicFetchLimits(maxBytes, longest)), maxBytes);
    }

    /// <summary>Asks the host for such a file, so that it is known how long it is.</summary>
    /// <exception cref="ActionableException">It is not given out.</exception>
    public static async Task AskAsync(UrlFile file, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.AskAsync(cancellationToken);
        }
        catch (PublicFetchException e)
        {
            throw DownloadErrors.Of(e, maxBytes);
        }
    }

    /// <summary>Whether an address is one at which the API keeps files.</summary>
    public bool Has(string address) => Known(address) is not null;

    public void Dispose()
    {
        foreach (Lazy<HttpMessageInvoker> http in new[] { _http, _nearHttp })
        {
            if (http.IsValueCreated)
            {
                http.Value.Dispose();
            }
        }
    }

    private Uri? Known(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
        && (near?.Has(url) == true || (PublicFetcher.IsFetchable(url) && IsKnown(url.IdnHost)))
            ? url
            : null;

    private PublicFetcher FetcherOf(Uri url, PublicFetchLimits limits) =>
        near?.Has(url) == true
            ? new PublicFetcher(_nearHttp.Value, limits, time, near.Has)
            : new PublicFetcher(_http.Value, limits, time);

    private bool IsKnown(string host) =>
        hosts.Any(known =>
            known.StartsWith(Below, StringComparison.Ordinal)
                ? host.EndsWith(known[(Below.Length - 1)..], StringComparison.OrdinalIgnoreCase)
                : string.Equals(host, known, StringComparison.OrdinalIgnoreCase)
        );
}

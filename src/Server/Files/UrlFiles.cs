using ClickUpMcp.Errors;
using ClickUpMcp.Outside;

namespace ClickUpMcp.Files;

/// <summary>Files at addresses that callers give, as far as the operator lets them be fetched.</summary>
/// <param name="options">Whether, and how much.</param>
/// <param name="time">The clock of the limit of time.</param>
/// <param name="createHandler">Makes what sends, at the first file.</param>
internal sealed class UrlFiles(FileAccessOptions options, TimeProvider time, Func<HttpMessageHandler> createHandler)
    : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new HttpMessageInvoker(createHandler()));

    /// <summary>Whether the operator lets files be fetched.</summary>
    public bool AreAllowed => options.Urls;

    /// <summary>The file at an address, asked for but not read; who uses it disposes of it.</summary>
    /// <exception cref="ActionableException">It is not to be fetched, or cannot be.</exception>
    public async Task<UrlFile> OpenAsync(string address, CancellationToken cancellationToken)
    {
        UrlFile file = At(address);
        try
        {
            await file.AskAsync(cancellationToken);
            return file;
        }
        catch (PublicFetchException e)
        {
            throw UrlFileErrors.Of(e, options.MaxBytes);
        }
    }

    /// <summary>The file at an address, not asked for yet.</summary>
    /// <exception cref="ActionableException">None may be fetched, or this is no address of a file.</exception>
    public UrlFile At(string address) =>
        !options.Urls ? throw UrlFileErrors.Off()
        : Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && PublicFetcher.IsFetchable(url)
            ? new UrlFile(
                url,
                new PublicFetcher(_http.Value, new PublicFetchLimits(options.MaxBytes, options.FetchTime), time),
                options.MaxBytes
            )
        : throw UrlFileErrors.NoAddress();

    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }
}

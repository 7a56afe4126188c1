using ClickUpMcp.Outside;
using ClickUpMcp.Values;

namespace ClickUpMcp.Files;

/// <summary>A file at an address: the first that reads it gets what its host has begun to send, the next has it sent again.</summary>
internal sealed class UrlFile(Uri address, PublicFetcher fetcher, long maxBytes) : FileSource, IDisposable
{
    private PublicFile? _asked;
    private long? _length;

    /// <summary>What its host or its address calls it; null when neither does.</summary>
    public string? Name { get; private set; } = PublicFile.NameOf(address);

    /// <summary>Its media type in lower case; null when its host does not say.</summary>
    public string? MediaType { get; private set; }

    public override long? Length => _length;

    /// <summary>Asks the host for the file.</summary>
    /// <exception cref="PublicFetchException">It is not fetched.</exception>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        _asked = await fetcher.OpenAsync(address, cancellationToken);
        Name = _asked.Name;
        MediaType = _asked.MediaType;
        _length = _asked.Length;
    }

    public override async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            PublicFile file =
                Interlocked.Exchange(ref _asked, null) ?? await fetcher.OpenAsync(address, cancellationToken);
            return new UrlFileStream(file, maxBytes);
        }
        catch (PublicFetchException e)
        {
            throw UrlFileErrors.Of(e, maxBytes);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _asked, null)?.Dispose();
}

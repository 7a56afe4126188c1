namespace ClickUpMcp.Outside;

/// <summary>A file of the public internet that is being fetched.</summary>
/// <param name="response">What its host responded with; disposed of with the file.</param>
/// <param name="content">Its bytes, within the limits.</param>
internal sealed class PublicFile(HttpResponseMessage response, Stream content) : IDisposable
{
    /// <summary>Its bytes; reading fails with <see cref="PublicFetchException"/> past the limits of size and time.</summary>
    public Stream Content => content;

    /// <summary>How many bytes its host announces; null when it does not say.</summary>
    public long? Length => response.Content.Headers.ContentLength;

    /// <summary>Its media type in lower case, without parameters; null when its host does not say.</summary>
    public string? MediaType => response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();

    /// <summary>What its host, or else its address, calls it, as they write it; null when neither does.</summary>
    public string? Name =>
        response.Content.Headers.ContentDisposition is { } disposition
        && (disposition.FileNameStar ?? disposition.FileName?.Trim('"')) is { Length: > 0 } name
            ? name
            : NameOf(response.RequestMessage!.RequestUri!);

    /// <summary>The last segment of an address; null when it has none.</summary>
    public static string? NameOf(Uri address) =>
        Uri.UnescapeDataString(address.Segments[^1]).Trim('/') is { Length: > 0 } last ? last : null;

    public void Dispose()
    {
        content.Dispose();
        response.Dispose();
    }
}

using ClickUpMcp.Errors;
using ClickUpMcp.Outside;

namespace ClickUpMcp.Files;

/// <summary>Reads a file from its host, with errors that tell a model what to do.</summary>
/// <param name="file">The file; disposed of with this.</param>
/// <param name="maxBytes">The most bytes, for the message.</param>
internal sealed class UrlFileStream(PublicFile file, long maxBytes) : ForwardStream
{
    /// <exception cref="ActionableException">It is too large, too slow or was cut.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await file.Content.ReadAsync(buffer, cancellationToken);
        }
        catch (PublicFetchException e)
        {
            // As an error of a connection it would pass for one of that to ClickUp.
            throw UrlFileErrors.Of(e, maxBytes);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}

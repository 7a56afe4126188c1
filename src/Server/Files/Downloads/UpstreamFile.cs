using ClickUpMcp.Errors;
using ClickUpMcp.Outside;

namespace ClickUpMcp.Files;

/// <summary>A file of the API that is being fetched.</summary>
/// <param name="file">The file; disposed of with this.</param>
/// <param name="maxBytes">The most bytes, for the message.</param>
internal sealed class UpstreamFile(PublicFile file, long maxBytes) : IDisposable
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>How many bytes its host announces; null when it does not say.</summary>
    public long? Length => file.Length;

    /// <summary>Its media type in lower case, as its host says it; null when it does not.</summary>
    public string? MediaType => file.MediaType;

    /// <summary>Reads its next bytes; none at its end.</summary>
    /// <exception cref="ActionableException">It is too large, too slow or was cut.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await file.Content.ReadAsync(buffer, cancellationToken);
        }
        catch (PublicFetchException e)
        {
            throw DownloadErrors.Of(e, maxBytes);
        }
    }

    /// <summary>Reads its first bytes, one more at most than are wanted, which tells that there are more.</summary>
    /// <param name="wanted">How many are wanted.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<FileHead> ReadHeadAsync(int wanted, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[Math.Min(wanted + 1, FirstBuffer)];
        int count = 0;
        while (true)
        {
            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(wanted + 1L, bytes.Length * 2L));
            }

            int read = await ReadAsync(bytes.AsMemory(count), cancellationToken);
            count += read;
            if (read == 0 || count > wanted)
            {
                return new FileHead(bytes.AsMemory(0, Math.Min(count, wanted)), count <= wanted);
            }
        }
    }

    public void Dispose() => file.Dispose();
}

using ClickUpMcp.Errors;
using ClickUpMcp.Outside;
using ClickUpMcp.Values;

namespace ClickUpMcp.Files;

/// <summary>A file that a client is sending: it can be read once, and no further than it may go.</summary>
/// <param name="body">What is sent.</param>
/// <param name="length">How many bytes its client announces; null when it does not.</param>
/// <param name="maxBytes">The most bytes.</param>
internal sealed class SentFile(Stream body, long? length, long maxBytes) : FileSource
{
    private int _opened;

    public override long? Length => length;

    public override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _opened, 1) == 0
            ? new ValueTask<Stream>(new Bounded(body, maxBytes))
            : throw new ActionableException(
                "The file could not be passed on.",
                "ClickUp asked for it a second time, as it does when it is busy, and the client sends it once.",
                "Ask for a new ticket and send the file again."
            );

    private sealed class Bounded(Stream body, long maxBytes) : ForwardStream
    {
        private long _read;

        /// <exception cref="ActionableException">There is more than may be, or the client has stopped sending.</exception>
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            int count;
            try
            {
                count = await body.ReadAsync(buffer, cancellationToken);
            }
            catch (IOException)
            {
                // As an error of a connection it would pass for one of that to the API.
                throw new ActionableException(
                    "The client stopped sending before the last byte.",
                    next: "Ask for a new ticket and send the file again."
                );
            }

            _read += count;
            return _read <= maxBytes ? count : throw FileErrors.TooLarge(maxBytes);
        }
    }
}

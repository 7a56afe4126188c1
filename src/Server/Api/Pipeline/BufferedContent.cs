using System.Net;

namespace ClickUpMcp.Api;

/// <summary>A response's body that was read to its end.</summary>
/// <param name="bytes">The decompressed body.</param>
/// <param name="rented">What holds it until the content is disposed of; null for an array of its own.</param>
internal sealed class BufferedContent(Memory<byte> bytes, IDisposable? rented = null) : HttpContent
{
    /// <summary>The decompressed body; its own while the response is not disposed of.</summary>
    public Memory<byte> Bytes { get; } = bytes;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(Bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rented?.Dispose();
        }

        base.Dispose(disposing);
    }
}

using System.Net;

namespace ClickUpMcp.Api;

/// <summary>A response's body that was read to its end.</summary>
internal sealed class BufferedContent(byte[] bytes) : HttpContent
{
    /// <summary>The decompressed body.</summary>
    public byte[] Bytes { get; } = bytes;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(Bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return true;
    }
}

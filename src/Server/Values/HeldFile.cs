namespace ClickUpMcp.Values;

/// <summary>A file whose bytes are in memory.</summary>
internal sealed class HeldFile(byte[] content) : FileSource
{
    public override long? Length => content.Length;

    public override byte[] Held => content;

    public override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        new(new MemoryStream(content, writable: false));
}

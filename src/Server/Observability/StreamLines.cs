namespace ClickUpMcp.Observability;

/// <summary>Lines that go to a stream.</summary>
internal sealed class StreamLines(Func<Stream> open) : ILineDestination
{
    private Stream? _stream;

    public void Open() => _stream ??= open();

    public void Write(ReadOnlySpan<byte> line)
    {
        Open();
        _stream!.Write(line);
        _stream.Flush();
    }

    public void Close()
    {
        try
        {
            _stream?.Dispose();
        }
        catch (IOException)
        {
            // What was written is all there is; the rest was counted as lost.
        }

        _stream = null;
    }
}

namespace ClickUpMcp.Transport;

/// <summary>The only writer of the output: whole messages, one after the other, a line feed after each.</summary>
/// <param name="output">The client's end.</param>
/// <param name="closed">Called once when the client no longer reads.</param>
internal sealed class MessageWriter(Stream output, Action? closed = null) : IMessageSink
{
    private readonly Lock _lock = new();
    private bool _isClosed;

    public void Write(ReadOnlySpan<byte> message) => Write(message, default, default);

    /// <summary>Sends one message, given in up to three pieces so that a large middle one is not copied.</summary>
    public void Write(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, ReadOnlySpan<byte> tail)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            try
            {
                output.Write(head);
                if (!body.IsEmpty)
                {
                    output.Write(body);
                    output.Write(tail);
                }

                output.Flush();
                return;
            }
            // A reader that went away is no failure of the server.
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                _isClosed = true;
            }
        }

        closed?.Invoke();
    }
}

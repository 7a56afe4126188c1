using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport;

/// <summary>The only writer of the output: whole messages, one after the other, a line feed after each.</summary>
/// <param name="output">The client's end.</param>
/// <param name="closed">Called once when the client no longer reads.</param>
internal sealed class MessageWriter(Stream output, Action? closed = null) : IMessageSink
{
    private readonly Lock _lock = new();
    private bool _isClosed;

    public bool TrySend(ReadOnlySpan<byte> message) => TryWrite(message, default, default);

    public void Send(Reply reply)
    {
        using (reply)
        {
            TryWrite(reply.Head, reply.Inserted, reply.Tail);
        }
    }

    private bool TryWrite(ReadOnlySpan<byte> head, ReadOnlySpan<byte> inserted, ReadOnlySpan<byte> tail)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return false;
            }

            try
            {
                output.Write(head);
                if (!inserted.IsEmpty)
                {
                    output.Write(inserted);
                    output.Write(tail);
                }

                output.Flush();
                return true;
            }
            // A reader that went away is no failure of the server.
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                _isClosed = true;
            }
        }

        closed?.Invoke();
        return false;
    }
}

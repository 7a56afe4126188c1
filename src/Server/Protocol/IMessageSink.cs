using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol;

/// <summary>Takes what goes back to the peer because of one of its messages.</summary>
internal interface IMessageSink
{
    /// <summary>Whether the peer gets anything but the reply.</summary>
    bool CanNotify => true;

    /// <summary>Sends a message before the reply; false when the peer does not get it, because it is gone or does not read.</summary>
    /// <param name="message">A line feed at its end and none within; copied if it is kept.</param>
    bool TrySend(ReadOnlySpan<byte> message);

    /// <summary>Sends the reply and disposes of it; at most once, and nothing after it.</summary>
    void Send(Reply reply);
}

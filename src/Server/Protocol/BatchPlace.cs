using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol;

/// <summary>Keeps the reply to one message of a batch until all are there; what comes before it is sent at once.</summary>
internal sealed class BatchPlace(IMessageSink sink) : IMessageSink
{
    /// <summary>The reply; null as long as there is none.</summary>
    public Reply? Reply { get; private set; }

    public bool CanNotify => sink.CanNotify;

    public bool TrySend(ReadOnlySpan<byte> message) => sink.TrySend(message);

    public void Send(Reply reply) => Reply = reply;
}

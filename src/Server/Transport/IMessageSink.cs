namespace ClickUpMcp.Transport;

/// <summary>Takes whole outgoing messages, one at a time.</summary>
internal interface IMessageSink
{
    /// <summary>Takes one message, a line feed at its end; copies what it keeps.</summary>
    void Write(ReadOnlySpan<byte> message);
}

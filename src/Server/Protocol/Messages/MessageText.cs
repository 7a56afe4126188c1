namespace ClickUpMcp.Protocol.Messages;

/// <summary>What may stand around a message without being part of it.</summary>
internal static class MessageText
{
    // Windows tools put it before the first line that they pipe, and before the body of a file that they send.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The same bytes without the byte order mark that they may start with.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> message) =>
        message.Span.StartsWith(ByteOrderMark) ? message[ByteOrderMark.Length..] : message;

    /// <summary>Whether there is no message at all.</summary>
    public static bool IsBlank(ReadOnlyMemory<byte> message) => WithoutMark(message).Span.Trim(" \t\r"u8).IsEmpty;
}

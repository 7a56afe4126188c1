namespace ClickUpMcp.Protocol.Messages;

/// <summary>Puts notifications together, as bytes.</summary>
internal static class Notifications
{
    /// <summary>One message, with its line feed.</summary>
    /// <param name="buffer">Takes it.</param>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">A JSON object.</param>
    public static ReadOnlySpan<byte> Write(MessageBuffer buffer, string method, ReadOnlySpan<byte> parameters)
    {
        buffer.Append("{\"jsonrpc\":\"2.0\",\"method\":"u8).AppendString(method);
        return buffer.Append(",\"params\":"u8).Append(parameters).Append("}\n"u8).Written;
    }
}

using System.Text;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Gives equal ids equal keys, however they were escaped; a string and a number never get the same one.</summary>
internal static class RequestKey
{
    /// <summary>The key of an id as it stands in a message.</summary>
    public static string Of(ReadOnlySpan<byte> id) =>
        id[0] == (byte)'"' ? '"' + JsonTokens.TextOf(id) : Encoding.ASCII.GetString(id);
}

using System.Text;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Transport;

/// <summary>Gives equal ids equal keys, however they were escaped; a string and a number never get the same one.</summary>
internal static class RequestKey
{
    /// <summary>The key of an id as it stands in a message.</summary>
    public static string Of(ReadOnlySpan<byte> id) =>
        id[0] == (byte)'"' ? '"' + JsonTokens.TextOf(id) : Encoding.ASCII.GetString(id);

    /// <summary>The key of an id as the SDK holds it.</summary>
    public static string Of(RequestId id) => id.Id is string text ? '"' + text : id.ToString();
}

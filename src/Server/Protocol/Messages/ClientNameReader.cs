using System.Text.Json;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Reads what a client calls itself out of its <c>clientInfo</c>.</summary>
internal static class ClientNameReader
{
    /// <summary>Reads the value that the reader stands on, to its end; null when it says no name, or one that is too long to be one.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isName = reader.ValueTextEquals("name"u8);
            reader.Read();
            name = isName && JsonTokens.IsShortText(ref reader) ? reader.GetString() : name;
            reader.Skip();
        }

        return name;
    }
}

using System.Text.Json;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Reads what a client calls itself out of its <c>clientInfo</c>.</summary>
internal static class ClientInfoReader
{
    /// <summary>Reads the value that the reader stands on, to its end; what is too long to be a name or a version is none.</summary>
    public static ClientInfo Read(ref Utf8JsonReader reader)
    {
        ClientInfo client = default;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return client;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isName = reader.ValueTextEquals("name"u8);
            bool isVersion = reader.ValueTextEquals("version"u8);
            reader.Read();
            if ((isName || isVersion) && JsonTokens.IsShortText(ref reader))
            {
                string text = reader.GetString()!;
                client = isName ? client with { Name = text } : client with { Version = text };
            }

            reader.Skip();
        }

        return client;
    }
}

using System.Text.Json;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Reads the object in which a client says what it can be asked for.</summary>
internal static class CapabilitiesReader
{
    /// <summary>Reads the value that the reader stands on, to its end; what is no object says nothing.</summary>
    public static ClientCapabilities Read(ref Utf8JsonReader reader)
    {
        var capabilities = ClientCapabilities.None;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return capabilities;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isElicitation = reader.ValueTextEquals("elicitation"u8);
            ClientCapabilities named =
                reader.ValueTextEquals("sampling"u8) ? ClientCapabilities.Sampling
                : reader.ValueTextEquals("roots"u8) ? ClientCapabilities.Roots
                : ClientCapabilities.None;
            reader.Read();
            bool isObject = reader.TokenType == JsonTokenType.StartObject;
            if (isElicitation && isObject)
            {
                capabilities |= ReadElicitation(ref reader);
                continue;
            }

            capabilities |= isObject ? named : ClientCapabilities.None;
            reader.Skip();
        }

        return capabilities;
    }

    /// <remarks>An empty object means forms: it is what clients sent before there was another mode.</remarks>
    private static ClientCapabilities ReadElicitation(ref Utf8JsonReader reader)
    {
        var modes = ClientCapabilities.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            modes |=
                reader.ValueTextEquals("form"u8) ? ClientCapabilities.ElicitationForm
                : reader.ValueTextEquals("url"u8) ? ClientCapabilities.ElicitationUrl
                : ClientCapabilities.None;
            reader.Read();
            reader.Skip();
        }

        return modes == ClientCapabilities.None ? ClientCapabilities.ElicitationForm : modes;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Transport.Sdk;

/// <summary>Writes the SDK's messages as bytes.</summary>
internal static class SdkMessages
{
    /// <summary>The id of a repeated handshake; no client is likely to use it.</summary>
    public static RequestId HandshakeId { get; } = new("clickup-mcp/initialize");

    /// <summary>Writes an answer under the id that the client wrote, not the SDK's reading of it.</summary>
    public static void Write(MessageBuffer buffer, JsonRpcMessageWithId answer, ReadOnlySpan<byte> id)
    {
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc"u8, "2.0"u8);
            writer.WritePropertyName("id"u8);
            writer.WriteRawValue(id, skipInputValidation: true);
            if (answer is JsonRpcError error)
            {
                writer.WritePropertyName("error"u8);
                JsonSerializer.Serialize(writer, error.Error, TypeInfo<JsonRpcErrorDetail>());
            }
            else
            {
                writer.WritePropertyName("result"u8);
                ((JsonRpcResponse)answer).Result!.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        buffer.Append("\n"u8);
    }

    /// <summary>Writes a notification, or a request to the client.</summary>
    public static void Write(MessageBuffer buffer, JsonRpcMessage message)
    {
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonSerializer.Serialize(writer, message, TypeInfo<JsonRpcMessage>());
        }

        buffer.Append("\n"u8);
    }

    private static JsonTypeInfo<T> TypeInfo<T>() =>
        (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}

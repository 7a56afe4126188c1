using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Transport.Sdk;

/// <summary>The SDK server's end of the connection: messages come from the hot path and leave by its writer.</summary>
/// <param name="services">The writer, and the requests that wait for an answer.</param>
/// <param name="messages">What the hot path passes on.</param>
/// <param name="handshakeAnswered">Called when the repeated handshake is through.</param>
internal sealed class SdkTransport(
    ToolCallServices services,
    ChannelReader<JsonRpcMessage> messages,
    Action handshakeAnswered
) : ITransport
{
    /// <summary>The id of the repeated handshake; no client is likely to use it.</summary>
    public static RequestId HandshakeId { get; } = new("clickup-mcp/initialize");

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => messages;

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        if (message is not JsonRpcMessageWithId answer || message is JsonRpcRequest)
        {
            Write(message);
        }
        else if (answer.Id == HandshakeId)
        {
            handshakeAnswered();
        }
        else
        {
            InFlightRequest? request = services.InFlight.Claim(RequestKey.Of(answer.Id));
            Write(answer, request?.Id);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => default;

    /// <summary>Writes an answer under the id that the client wrote, not the SDK's reading of it.</summary>
    private void Write(JsonRpcMessageWithId answer, byte[]? id)
    {
        // Without a claim the request was cancelled: its client expects no answer.
        if (id is null)
        {
            return;
        }

        using var buffer = new MessageBuffer();
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

        services.Writer.Write(buffer.Append("\n"u8).Written);
    }

    private void Write(JsonRpcMessage message)
    {
        using var buffer = new MessageBuffer();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonSerializer.Serialize(writer, message, TypeInfo<JsonRpcMessage>());
        }

        services.Writer.Write(buffer.Append("\n"u8).Written);
    }

    private static JsonTypeInfo<T> TypeInfo<T>() =>
        (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}

using System.Threading.Channels;
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
    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => messages;

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        using var buffer = new MessageBuffer();
        if (message is not JsonRpcMessageWithId answer || message is JsonRpcRequest)
        {
            SdkMessages.Write(buffer, message);
            services.Writer.Write(buffer.Written);
        }
        else if (answer.Id == SdkMessages.HandshakeId)
        {
            handshakeAnswered();
        }
        // Without a claim the request was cancelled: its client expects no answer.
        else if (services.InFlight.Claim(RequestKey.Of(answer.Id)) is { } request)
        {
            SdkMessages.Write(buffer, answer, request.Id);
            services.Writer.Write(buffer.Written);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => default;
}

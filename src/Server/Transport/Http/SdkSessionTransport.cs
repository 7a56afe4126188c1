using System.Threading.Channels;
using ClickUpMcp.Transport.Sdk;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Transport.Http;

/// <summary>The SDK server's end of a session: what belongs to no request goes to the open stream, if there is one.</summary>
internal sealed class SdkSessionTransport(
    HttpSession session,
    ChannelReader<JsonRpcMessage> messages,
    Action handshakeAnswered
) : ITransport
{
    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => messages;

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        if (message is JsonRpcMessageWithId answer and not JsonRpcRequest)
        {
            if (answer.Id == SdkMessages.HandshakeId)
            {
                handshakeAnswered();
            }

            return;
        }

        if (session.Stream is { } stream)
        {
            using var buffer = new MessageBuffer();
            SdkMessages.Write(buffer, message);
            await stream.WriteAsync(new HttpAnswer(buffer.Written.ToArray()), cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => default;
}

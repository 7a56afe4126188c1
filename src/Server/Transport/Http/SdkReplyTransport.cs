using System.Threading.Channels;
using ClickUpMcp.Transport.Sdk;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Transport.Http;

/// <summary>The SDK server's way back to the client of one request.</summary>
/// <param name="request">What is answered.</param>
/// <param name="exchange">The answer.</param>
/// <param name="id">The request's id as written.</param>
/// <param name="messages">What the server reads, if it was made for this request.</param>
internal sealed class SdkReplyTransport(
    HttpMessage request,
    HttpExchange exchange,
    byte[] id,
    ChannelReader<JsonRpcMessage> messages
) : ITransport
{
    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => messages;

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        using var buffer = new MessageBuffer();
        if (message is JsonRpcMessageWithId answer and not JsonRpcRequest)
        {
            SdkMessages.Write(buffer, answer, id);
            int status = StatusCodes.Status200OK;
            if (answer is JsonRpcError { Error.Code: var code })
            {
                request.Operation?.Refused(code);
                status = request.IsModern ? HttpEraRules.StatusOf(code) : status;
            }

            await exchange.WriteAsync(new HttpAnswer(buffer.Written.ToArray(), status), cancellationToken);
        }
        else
        {
            SdkMessages.Write(buffer, message);
            await exchange.WriteAsync(new HttpAnswer(buffer.Written.ToArray()), cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => default;
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClickUpMcp.Transport.Http;

/// <summary>Writes an answer as server-sent events, one for each message.</summary>
internal sealed class EventStream(HttpResponse response)
{
    private static readonly ReadOnlyMemory<byte> Start = "data: "u8.ToArray();
    private static readonly ReadOnlyMemory<byte> End = "\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> KeepAlive = ":\n\n"u8.ToArray();

    /// <summary>Sends the head of the answer.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.Body.FlushAsync(cancellationToken);
    }

    /// <summary>Sends one message, a line feed at its end and none within.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await response.BodyWriter.WriteAsync(Start, cancellationToken);
        await response.BodyWriter.WriteAsync(message, cancellationToken);
        await response.BodyWriter.WriteAsync(End, cancellationToken);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    /// <summary>Sends a comment, so that nobody on the way takes the silence for the end.</summary>
    public async Task CommentAsync(CancellationToken cancellationToken)
    {
        await response.BodyWriter.WriteAsync(KeepAlive, cancellationToken);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}

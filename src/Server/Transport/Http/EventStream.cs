using System.Buffers;
using System.IO.Pipelines;
using ClickUpMcp.Protocol.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClickUpMcp.Transport.Http;

/// <summary>Writes a response as server-sent events, one for each message.</summary>
internal sealed class EventStream(HttpResponse response)
{
    private static ReadOnlySpan<byte> Start => "data: "u8;

    /// <summary>Sends the head of the response.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = MediaTypes.EventStream;
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.Body.FlushAsync(cancellationToken);
    }

    /// <summary>Sends one message, a line feed at its end and none within.</summary>
    public ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        PipeWriter writer = response.BodyWriter;
        writer.Write(Start);
        writer.Write(message.Span);
        writer.Write("\n"u8);
        return writer.FlushAsync(cancellationToken);
    }

    /// <summary>Sends a reply.</summary>
    public ValueTask<FlushResult> WriteAsync(Reply reply, CancellationToken cancellationToken)
    {
        PipeWriter writer = response.BodyWriter;
        writer.Write(Start);
        HttpReplies.Write(writer, reply);
        writer.Write("\n"u8);
        return writer.FlushAsync(cancellationToken);
    }

    /// <summary>Sends a comment, so that nobody on the way takes the silence for the end.</summary>
    public ValueTask<FlushResult> CommentAsync(CancellationToken cancellationToken)
    {
        response.BodyWriter.Write(":\n\n"u8);
        return response.BodyWriter.FlushAsync(cancellationToken);
    }
}

using System.Buffers;
using System.IO.Pipelines;
using ClickUpMcp.Protocol.Messages;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Writes responses that are complete at once, and says which status a JSON-RPC reply has.</summary>
internal static class HttpReplies
{
    /// <summary>A reply as the whole response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="challenge">How to get what the principal lacks; null where it lacks nothing.</param>
    public static Task WriteAsync(HttpContext context, Reply reply, string? challenge)
    {
        if (challenge is not null)
        {
            context.Response.Headers.WWWAuthenticate = challenge;
        }

        return WriteAsync(context, reply, StatusOf(reply), reply.RetryAfter);
    }

    /// <summary>A refusal.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">Why.</param>
    /// <param name="id">The id of the refused message; empty when it was not read.</param>
    public static async Task RefuseAsync(HttpContext context, HttpFault fault, ReadOnlyMemory<byte> id = default)
    {
        if (fault.Allow is not null)
        {
            context.Response.Headers.Allow = fault.Allow;
        }

        if (fault.EndsConnection)
        {
            context.Response.Headers.Connection = "close";
        }

        if (fault.Challenge is not null)
        {
            context.Response.Headers.WWWAuthenticate = fault.Challenge;
        }

        using Reply reply = id.IsEmpty ? Replies.ErrorWithoutId(fault.Rpc) : Replies.Error(id.Span, fault.Rpc);
        await WriteAsync(context, reply, fault.Status, fault.RetryAfter);
    }

    /// <summary>The status that the revision of 2026-07-28 gives an error.</summary>
    public static int StatusOf(int code) =>
        code switch
        {
            RpcErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
            RpcErrorCode.HeaderMismatch
            or RpcErrorCode.MissingClientCapability
            or RpcErrorCode.UnsupportedProtocolVersion => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status200OK,
        };

    private static int StatusOf(Reply reply) =>
        reply switch
        {
            { NeededScopes: not null } => StatusCodes.Status403Forbidden,
            { RetryAfter: not null } => StatusCodes.Status429TooManyRequests,
            { Fault: null } => StatusCodes.Status200OK,
            _ when ReferenceEquals(reply.Fault, RpcFault.SessionEnded) => StatusCodes.Status404NotFound,
            { Fault.Code: RpcErrorCode.InvalidRequest } => StatusCodes.Status400BadRequest,
            { IsModern: true } when StatusOf(reply.Fault.Code) is var status and not StatusCodes.Status200OK => status,
            _ when ReferenceEquals(reply.Fault, RpcFault.Stopped) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status200OK,
        };

    private static async Task WriteAsync(HttpContext context, Reply reply, int status, TimeSpan? retryAfter)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        if (retryAfter is { } wait)
        {
            response.Headers.RetryAfter = $"{Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))}";
        }

        response.ContentType = MediaTypes.Json;
        response.ContentLength = reply.Length;
        // Before the start, writing would copy once more; and each part on its own would be a packet of its own.
        await response.StartAsync(context.RequestAborted);
        PipeWriter writer = response.BodyWriter;
        Write(writer, reply);
        await writer.FlushAsync(context.RequestAborted);
    }

    /// <summary>Writes the parts of a reply, one after the other.</summary>
    public static void Write(PipeWriter writer, Reply reply)
    {
        writer.Write(reply.Head);
        writer.Write(reply.Inserted);
        writer.Write(reply.Tail);
    }
}

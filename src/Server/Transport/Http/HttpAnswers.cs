using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Writes answers that are complete at once.</summary>
internal static class HttpAnswers
{
    /// <summary>A JSON-RPC message as the whole answer.</summary>
    public static async Task WriteAsync(HttpContext context, HttpAnswer answer)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        SetRetryAfter(response, answer.RetryAfter);
        if (!answer.Message.IsEmpty)
        {
            response.ContentType = "application/json";
            response.ContentLength = answer.Message.Length;
            await response.Body.WriteAsync(answer.Message, context.RequestAborted);
        }
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

        if (fault.Challenge is not null)
        {
            context.Response.Headers.WWWAuthenticate = fault.Challenge;
        }

        using var buffer = new MessageBuffer();
        if (id.IsEmpty)
        {
            Answers.ErrorWithoutId(buffer, fault.Rpc);
        }
        else
        {
            Answers.Error(buffer, id.Span, fault.Rpc);
        }

        await WriteAsync(context, new HttpAnswer(buffer.WrittenMemory, fault.Status, fault.RetryAfter));
    }

    private static void SetRetryAfter(HttpResponse response, TimeSpan? wait)
    {
        if (wait is { } time)
        {
            response.Headers.RetryAfter = $"{Math.Max(1, (long)Math.Ceiling(time.TotalSeconds))}";
        }
    }
}

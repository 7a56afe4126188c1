using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Answers programs with JSON that nobody may keep.</summary>
internal static class JsonReply
{
    public static Task ErrorAsync(HttpContext context, int status, string error, string description) =>
        WriteAsync(
            context,
            status,
            writer =>
            {
                writer.WriteString("error", error);
                writer.WriteString("error_description", description);
            }
        );

    /// <summary>Answers with an object of the given members.</summary>
    public static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        await using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }
}

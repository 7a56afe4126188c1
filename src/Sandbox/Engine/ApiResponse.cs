using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>What an endpoint says, before the engine adds the headers that come with every response.</summary>
internal sealed record ApiResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string HtmlType = "text/html; charset=utf-8";

    // Letters and signs beyond ASCII go out unescaped, as ClickUp sends them.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The empty object that most writes return.</summary>
    public static ApiResponse Empty { get; } = new(200, JsonType, "{}"u8.ToArray());

    /// <summary>Success without a body.</summary>
    public static ApiResponse Done { get; } = new(200, null, default);

    public static ApiResponse NoContent { get; } = new(204, null, default);

    public static ApiResponse RateLimited { get; } =
        new(429, JsonType, """{"err":"Rate limit reached","ECODE":"APP_002"}"""u8.ToArray());

    public static ApiResponse Html(int status, string html) => new(status, HtmlType, Encoding.UTF8.GetBytes(html));

    /// <summary>Sends a browser elsewhere, by GET.</summary>
    public static ApiResponse Redirect(string location) => new(303, null, default) { Location = location };

    /// <summary>Where a browser is sent; null for all other responses.</summary>
    public string? Location { get; private init; }

    public static ApiResponse Json(Action<Utf8JsonWriter> write, int status = 200)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            write(writer);
        }

        return new ApiResponse(status, JsonType, buffer.WrittenMemory);
    }

    /// <summary>An object with the given members.</summary>
    public static ApiResponse Object(Action<Utf8JsonWriter> members, int status = 200) =>
        Json(
            writer =>
            {
                writer.WriteStartObject();
                members(writer);
                writer.WriteEndObject();
            },
            status
        );

    /// <summary>The error body of the API version that the path belongs to.</summary>
    public static ApiResponse Refusal(ApiException refusal, string path, TimeProvider time) =>
        Json(
            writer =>
            {
                writer.WriteStartObject();
                if (path.StartsWith("/api/v3/", StringComparison.Ordinal))
                {
                    writer.WriteNumber("status", refusal.Status);
                    writer.WriteString("message", refusal.Message);
                    writer.WriteNull("trace_id");
                    writer.WriteNumber("timestamp", time.GetUtcNow().ToUnixTimeMilliseconds());
                }
                else
                {
                    writer.WriteString("err", refusal.Message);
                    if (refusal.Code is not null)
                    {
                        writer.WriteString("ECODE", refusal.Code);
                    }
                }

                writer.WriteEndObject();
            },
            refusal.Status
        );

    public SandboxResponse ToResponse(IReadOnlyList<KeyValuePair<string, string>> headers) =>
        new()
        {
            Status = Status,
            ContentType = ContentType,
            Body = Body,
            Headers = Location is null ? headers : [.. headers, new("Location", Location)],
        };
}

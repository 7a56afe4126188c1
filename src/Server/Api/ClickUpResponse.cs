using System.Runtime.InteropServices;
using System.Text.Json;

namespace ClickUpMcp.Api;

/// <summary>ClickUp's successful response to one request.</summary>
/// <param name="status">The HTTP status code, 200 to 299.</param>
/// <param name="body">The UTF-8 JSON body; empty for 204, or where only the document holds it.</param>
/// <param name="parsed">The body where it is parsed already; who reads the response disposes it.</param>
internal sealed class ClickUpResponse(int status, ReadOnlyMemory<byte> body, JsonDocument? parsed = null)
{
    private ReadOnlyMemory<byte> _body = body;
    private JsonDocument? _parsed = parsed;

    /// <summary>The HTTP status code, 200 to 299.</summary>
    public int Status => status;

    /// <summary>Whether there is no body.</summary>
    public bool IsEmpty { get; } = body.IsEmpty && parsed is null;

    /// <summary>The UTF-8 JSON body; empty for 204.</summary>
    /// <remarks>If the request wants only some members, the body is available until <see cref="Parse"/> is called.</remarks>
    public ReadOnlyMemory<byte> Body =>
        IsEmpty || !_body.IsEmpty ? _body
        : _parsed is { } document ? _body = JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray()
        : throw new InvalidOperationException("The response of a request that wants only some members is read once.");

    /// <summary>Where the next page is, by its <c>Link</c> header; null when there is none.</summary>
    public string? NextLink { get; init; }

    /// <summary>The same response with another body.</summary>
    public ClickUpResponse With(ReadOnlyMemory<byte> other) => new(status, other) { NextLink = NextLink };

    /// <summary>The body as a document, which the caller disposes.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public JsonDocument Parse() => Interlocked.Exchange(ref _parsed, null) ?? JsonDocument.Parse(Body);
}

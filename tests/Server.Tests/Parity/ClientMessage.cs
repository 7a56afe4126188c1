using System.Text.Json;

namespace ClickUpMcp.Tests.Parity;

/// <summary>What a client knows of a message that it sends, read without the server's code.</summary>
internal sealed record ClientMessage
{
    private const string VersionKey = "io.modelcontextprotocol/protocolVersion";

    /// <summary>The method; null when there is none that is a string.</summary>
    public string? Method { get; private init; }

    /// <summary><c>params.name</c>, or <c>params.uri</c> of a method that names a resource.</summary>
    public string? Name { get; private init; }

    /// <summary>The revision in <c>_meta</c>; null for a legacy message.</summary>
    public string? Version { get; private init; }

    /// <summary>The id as written; null when there is none that is a string or a whole number.</summary>
    public string? Id { get; private init; }

    /// <summary><c>params.requestId</c> as written; null when there is none.</summary>
    public string? RequestId { get; private init; }

    /// <summary>Whether every server owes a reply: a method, and an id to put on the reply.</summary>
    public bool IsRequest => HoldsRequest || (Method is not null && Id is not null);

    /// <summary>Whether it is a batch with a request in it.</summary>
    public bool HoldsRequest { get; private init; }

    public bool IsModern => Version is not null;

    /// <summary>Whether a later message cancels this one.</summary>
    public bool IsCancelledBy(ClientMessage later) =>
        later.Method == "notifications/cancelled" && Id is not null && Unescaped(later.RequestId) == Unescaped(Id);

    public static ClientMessage Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(bytes));
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => Read(document.RootElement),
                // One reply for all: an array, or the refusal of the whole.
                JsonValueKind.Array => new() { HoldsRequest = document.RootElement.EnumerateArray().Any(IsRequestOf) },
                _ => new(),
            };
        }
        // Half a surrogate pair is found only when a text is read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new();
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes;

    private static bool IsRequestOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && Read(item) is { IsRequest: true };

    private static ClientMessage Read(JsonElement root)
    {
        JsonElement? parameters = Member(root, "params");
        string? method = Text(Member(root, "method"));
        bool namesResource = method?.StartsWith("resources/", StringComparison.Ordinal) == true;
        return new()
        {
            Method = method,
            Name = Text(Member(parameters, namesResource ? "uri" : "name")),
            Version = Text(Member(Member(parameters, "_meta"), VersionKey)),
            Id = Token(Member(root, "id")),
            RequestId = Token(Member(parameters, "requestId")),
        };
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out JsonElement member)
            ? member
            : null;

    private static string? Text(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static string? Token(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text ? text.GetRawText()
        : element is { ValueKind: JsonValueKind.Number } number && number.GetRawText().IndexOfAny(['.', 'e', 'E']) < 0
            ? number.GetRawText()
        : null;

    private static string? Unescaped(string? token) =>
        token is { Length: > 0 } && token[0] == '"' ? $"\"{JsonElement.Parse(token).GetString()}" : token;
}

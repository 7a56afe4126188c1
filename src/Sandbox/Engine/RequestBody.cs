using System.Text;
using System.Text.Json;
using ClickUpMcp.Sandbox.Fields;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>A JSON body read leniently: unknown members are ignored, and so are members of the wrong type.</summary>
internal sealed class RequestBody(JsonElement root)
{
    public JsonElement Root { get; } = root;

    /// <summary>The parts of a multipart body; null where the body is none.</summary>
    public IReadOnlyList<BodyPart>? Parts { get; private init; }

    public static RequestBody Parse(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        if (MultipartBody.BoundaryOf(contentType) is { } boundary)
        {
            return new RequestBody(default) { Parts = MultipartBody.Parse(bytes, boundary) };
        }

        if (bytes.IsEmpty)
        {
            return new RequestBody(default);
        }

        if (IsForm(bytes.Span))
        {
            return new RequestBody(ReadForm(Encoding.UTF8.GetString(bytes.Span)));
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return new RequestBody(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw Refuse.BadRequest("Unexpected token in JSON");
        }
    }

    // The token exchange may come as a form. No JSON text starts with a letter and holds an equals sign.
    private static bool IsForm(ReadOnlySpan<byte> bytes) =>
        char.IsAsciiLetter((char)bytes[0]) && bytes.Contains((byte)'=');

    private static JsonElement ReadForm(string text)
    {
        var members = new QueryString(text).Pairs.Select(static pair => $"{Quote(pair.Key)}:{Quote(pair.Value)}");
        return StoredJson.Parse($"{{{string.Join(',', members)}}}");
    }

    private static string Quote(string text) => StoredJson.Text(text).GetRawText();

    public JsonElement? Find(string name) =>
        Root.ValueKind == JsonValueKind.Object && Root.TryGetProperty(name, out var value) ? value : null;

    public bool IsNull(string name) => Find(name) is { ValueKind: JsonValueKind.Null };

    public string? Text(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public bool? Flag(string name) =>
        Find(name) switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => null,
        };

    public long? Number(string name) => Find(name) is { } value ? AsNumber(value) : null;

    public double? Fraction(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public RequestBody? Object(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } value ? new RequestBody(value) : null;

    public IEnumerable<JsonElement> Items(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public IEnumerable<string> Texts(string name) =>
        Items(name)
            .Where(static item => item.ValueKind == JsonValueKind.String)
            .Select(static item => item.GetString()!);

    public IEnumerable<long> Numbers(string name) => Items(name).Select(AsNumber).OfType<long>();

    /// <summary>A number, also where it came as a string of digits.</summary>
    public static long? AsNumber(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.String when long.TryParse(value.GetString(), out var number) => number,
            _ => null,
        };
}

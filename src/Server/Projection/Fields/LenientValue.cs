using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>Reads scalars whose JSON types differ from endpoint to endpoint, into sanitised text.</summary>
internal static class LenientValue
{
    // What names a thing, best first, when a shape asks for the thing itself.
    private static readonly byte[][] LabelMembers =
    [
        [.. "name"u8],
        [.. "username"u8],
        [.. "label"u8],
        [.. "title"u8],
        [.. "status"u8],
        [.. "priority"u8],
        [.. "email"u8],
        [.. "id"u8],
    ];

    /// <summary>A member of an object as text; null when it is absent or empty.</summary>
    public static string? Text(JsonElement item, string member) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out JsonElement value)
            ? Text(value)
            : null;

    /// <summary>A scalar on one line; for an object its name, or else all of it as JSON; null when there is nothing to show.</summary>
    public static string? Text(JsonElement value) => Shown(value, OutputSanitizer.CleanLine);

    /// <summary>Whether a member is a text or number that reads so; nothing is sanitised for it.</summary>
    public static bool Is(JsonElement item, string member, string text) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(member, out JsonElement value)
        && value.ValueKind switch
        {
            JsonValueKind.String => value.ValueEquals(text),
            JsonValueKind.Number => Ascii.Equals(JsonMarshal.GetRawUtf8Value(value), text),
            _ => false,
        };

    /// <summary>A scalar with its line breaks.</summary>
    public static string? LongText(JsonElement value) => Shown(value, OutputSanitizer.Clean);

    /// <summary>A number, from a JSON number or a string that holds one.</summary>
    public static decimal? Number(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String))
        {
            return null;
        }

        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(value);
        raw = value.ValueKind == JsonValueKind.String ? raw[1..^1] : raw;
        return
            decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            // Written with escapes, or among characters that are cleaned away.
            || decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? number
            : null;
    }

    /// <summary>A boolean, from true, 1, "true" or "1" and their opposites.</summary>
    public static bool? Boolean(JsonElement value) =>
        Text(value)?.ToLowerInvariant() switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => null,
        };

    /// <summary>Each item of an array as text; for anything else its one text.</summary>
    public static List<string> Texts(JsonElement value)
    {
        List<string> texts = [];
        AddTexts(value, texts);
        return texts;
    }

    /// <summary>Adds what <see cref="Texts"/> gives.</summary>
    public static void AddTexts(JsonElement value, List<string> texts)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(value, texts);
            return;
        }

        foreach (JsonElement item in value.EnumerateArray())
        {
            Add(item, texts);
        }
    }

    private static void Add(JsonElement value, List<string> texts)
    {
        if (Text(value) is { } text)
        {
            texts.Add(text);
        }
    }

    private static string? Shown(JsonElement value, Func<string, string> clean)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                string text = clean(JsonText.Read(value));
                return text.Length == 0 ? null : text;
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.True:
                return "true";
            case JsonValueKind.False:
                return "false";
            case JsonValueKind.Object:
                return Label(value) ?? (SaysSomething(value) ? clean(RawJson.Compact(value)) : null);
            case JsonValueKind.Array:
                string joined = string.Join(", ", Texts(value));
                return joined.Length == 0 ? null : joined;
            default:
                return null;
        }
    }

    private static string? Label(JsonElement value)
    {
        foreach (byte[] member in LabelMembers)
        {
            if (value.TryGetProperty(member, out JsonElement label) && LabelText(label) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string? LabelText(JsonElement label) =>
        label.ValueKind == JsonValueKind.Object ? Label(label) : Text(label);

    private static bool SaysSomething(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => false,
            JsonValueKind.String => Text(value) is not null,
            JsonValueKind.Object => value.EnumerateObject().Any(static member => SaysSomething(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(SaysSomething),
            _ => true,
        };
}

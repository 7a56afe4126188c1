using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Tests;

/// <summary>Says arguments in the JSON types of a schema where that loses nothing; written apart from the binders, to hold them against.</summary>
/// <param name="wires">For the labels of an enum, joined by line feeds: the label of each value that the API has, in lower case.</param>
/// <param name="isClientMade">Which arguments are dropped where a schema has none of the name.</param>
internal sealed class PlainForm(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> wires,
    Func<string, bool> isClientMade
)
{
    private const int LongestScalar = 64;

    // Texts by which callers mean no item.
    private static readonly string[] EmptyWords =
    [
        "none",
        "null",
        "nil",
        "undefined",
        "nothing",
        "never",
        "n/a",
        "-",
        "clear",
        "unset",
        "remove",
        "delete",
        "reset",
    ];

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>The arguments of a call in their plain form.</summary>
    public string OfCall(JsonElement schema, JsonElement arguments) => Members(schema, arguments, isCall: true);

    /// <summary>One value in its plain form; unchanged where it has none.</summary>
    public string Of(JsonElement schema, JsonElement value)
    {
        string raw = value.GetRawText();
        string? text = TextOf(value)?.Trim();
        switch (schema.TryGetProperty("type", out JsonElement type) ? type.GetString() : null)
        {
            case "boolean":
                return text?.ToLowerInvariant() is "true" or "false" ? text.ToLowerInvariant() : raw;
            case "integer" or "number":
                return text?.Length <= LongestScalar && KindOf(text) == JsonValueKind.Number ? text : raw;
            case "string" when schema.TryGetProperty("enum", out JsonElement labels):
                return Label([.. labels.EnumerateArray().Select(static l => l.GetString()!)], value) is { } label
                    ? $"\"{JsonEncodedText.Encode(label)}\""
                    : raw;
            case "string":
                return DigitsOf(value) is { } digits ? $"\"{digits}\"" : raw;
            case "array":
                return Items(schema, value);
            case "object":
                return text is not null && KindOf(text) == JsonValueKind.Object ? Of(schema, Parse(text))
                    : value.ValueKind != JsonValueKind.Object ? raw
                    : schema.TryGetProperty("properties", out _) ? Members(schema, value, isCall: false)
                    : raw;
            default:
                return raw;
        }
    }

    private string Members(JsonElement schema, JsonElement value, bool isCall)
    {
        List<string> members = [];
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string name = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
            JsonElement? declared = NameOf(member) is { } known ? Declared(schema, known) : null;
            bool isDropped = declared is { } type
                ? member.Value.ValueKind == JsonValueKind.Null && type.TryGetProperty("type", out _)
                : isCall && NameOf(member) is { } unknown && isClientMade(unknown);
            if (!isDropped)
            {
                string plain = declared is { } own ? Of(own, member.Value) : member.Value.GetRawText();
                members.Add($"\"{name}\":{plain}");
            }
        }

        return $"{{{string.Join(',', members)}}}";
    }

    private string Items(JsonElement schema, JsonElement value)
    {
        JsonElement array = value;
        if (value.ValueKind == JsonValueKind.String)
        {
            string? text = TextOf(value)?.Trim();
            bool isJson = text?.StartsWith('[') == true;
            if (
                text is not null
                && (
                    text.Length == 0
                    || EmptyWords.Contains(text.ToLowerInvariant())
                    || (isJson && KindOf(text) != JsonValueKind.Array)
                )
            )
            {
                return value.GetRawText();
            }

            array = Parse(isJson ? text! : $"[{string.Join(',', Parts(schema, value))}]");
        }
        else if (value.ValueKind == JsonValueKind.Null)
        {
            return "null";
        }
        else if (value.ValueKind != JsonValueKind.Array)
        {
            array = Parse($"[{value.GetRawText()}]");
        }

        JsonElement item = schema.GetProperty("items");
        return $"[{string.Join(',', array.EnumerateArray().Select(i => Of(item, i)))}]";
    }

    // No label has a comma in it.
    private static IEnumerable<string> Parts(JsonElement schema, JsonElement value)
    {
        string[] parts =
            schema.GetProperty("items").TryGetProperty("enum", out _) && TextOf(value) is { } text
                ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : [];
        return parts.Length > 1
            ? parts.Select(static part => $"\"{JsonEncodedText.Encode(part)}\"")
            : [value.GetRawText()];
    }

    private string? Label(string[] labels, JsonElement value)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.String => TextOf(value),
            _ => DigitsOf(value),
        };
        if (text is null || labels.Contains(text))
        {
            return text;
        }

        text = text.Trim();
        if (labels.Contains(text))
        {
            return text;
        }

        string letters = Letters(text);
        string[] alike = [.. labels.Where(label => letters.Length > 0 && Letters(label) == letters)];
        return text.Length > LongestScalar ? null
            : alike is [string one] ? one
            : wires.GetValueOrDefault(string.Join('\n', labels))?.GetValueOrDefault(text.ToLowerInvariant());
    }

    private static string Letters(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static string? DigitsOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        string raw = value.GetRawText();
        if (raw.All(static c => c == '-' || char.IsAsciiDigit(c)))
        {
            return raw;
        }

        double number = double.Parse(raw, CultureInfo.InvariantCulture);
        return double.IsInteger(number) && Math.Abs(number) < 1L << 53
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static JsonElement? Declared(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out JsonElement properties)
        && properties.TryGetProperty(name, out JsonElement declared)
            ? declared
            : null;

    // Half a surrogate pair is no text that could mean anything else.
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonValueKind KindOf(string json)
    {
        try
        {
            return Parse(json).ValueKind;
        }
        catch (JsonException)
        {
            return JsonValueKind.Undefined;
        }
    }

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, Options);
        return document.RootElement.Clone();
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Turns a value of another JSON type into the declared one where nothing is lost: the only place that does.</summary>
/// <remarks>
/// The published schema stays strict. Clients quote numbers, booleans and whole objects, unquote ids, and send one item for a list;
/// what they meant is beyond doubt. A declared string is never parsed.
/// </remarks>
internal static class JsonConversion
{
    // Longer texts are no number that a double holds, whatever their digits.
    private const int LongestScalar = 64;
    private const int LongestRaw = 1024;

    private static readonly JsonElement NoArguments = JsonElement.Parse("{}");
    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = ArgumentLimits.Depth };

    /// <summary>The value in the wanted type; null when it is none without a loss.</summary>
    /// <param name="kind">The wanted type; <see cref="JsonValueKind.True"/> stands for booleans.</param>
    /// <param name="value">A value of another type, and not null.</param>
    public static JsonElement? To(JsonValueKind kind, JsonElement value) =>
        kind switch
        {
            JsonValueKind.Number => Parse(Scalar(value), JsonValueKind.Number),
            JsonValueKind.True => Parse(Scalar(value)?.ToLowerInvariant(), JsonValueKind.True, JsonValueKind.False),
            JsonValueKind.String => Digits(value) is { } digits ? JsonElement.Parse($"\"{digits}\"") : null,
            JsonValueKind.Array => ToArray(value),
            JsonValueKind.Object => Parse(Document(value, '{'), JsonValueKind.Object),
            _ => null,
        };

    /// <summary>The object of all arguments that a text holds: some clients send it so, and an empty text for none.</summary>
    public static JsonElement? ToArguments(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(JsonText.Read(value))
            ? NoArguments
            : To(JsonValueKind.Object, value);

    /// <summary>The value as an array of objects; null when it is none without a loss.</summary>
    public static JsonElement? ToObjects(JsonElement value)
    {
        JsonElement? array = value.ValueKind == JsonValueKind.Array ? value : To(JsonValueKind.Array, value);
        if (array is not { } items)
        {
            return null;
        }

        StringBuilder objects = new("[");
        foreach (JsonElement item in items.EnumerateArray())
        {
            if ((item.ValueKind == JsonValueKind.Object ? item : To(JsonValueKind.Object, item)) is not { } single)
            {
                return null;
            }

            objects.Append(objects.Length > 1 ? "," : string.Empty).Append(single.GetRawText());
        }

        return Parse(objects.Append(']').ToString(), JsonValueKind.Array);
    }

    /// <summary>A list of pairs in which objects by name, alone or in a list, are pairs; null where there are none.</summary>
    public static JsonElement? FromMap(JsonElement value, string key, string member, ReadOnlySpan<string> others)
    {
        JsonElement whole =
            value.ValueKind == JsonValueKind.String
                ? To(JsonValueKind.Object, value) ?? ToArray(value) ?? value
                : value;
        JsonElement[] items = whole.ValueKind == JsonValueKind.Array ? [.. whole.EnumerateArray()] : [whole];
        bool hasMap = false;
        List<string> pairs = [];
        foreach (JsonElement item in items)
        {
            if (item.ValueKind != JsonValueKind.Object || IsPair(item, key, member, others))
            {
                pairs.Add(item.GetRawText());
                continue;
            }

            hasMap = true;
            foreach (JsonProperty property in item.EnumerateObject().Take(ArgumentLimits.MemberCount))
            {
                string name = JsonEncodedText.Encode(JsonText.Name(property)).ToString();
                pairs.Add($$"""{"{{key}}":"{{name}}","{{member}}":{{property.Value.GetRawText()}}}""");
            }
        }

        return hasMap ? Parse($"[{string.Join(',', pairs)}]", JsonValueKind.Array) : null;
    }

    private static bool IsPair(JsonElement item, string key, string member, ReadOnlySpan<string> others)
    {
        foreach (JsonProperty property in item.EnumerateObject())
        {
            if (property.NameEquals(key) || property.NameEquals(member) || others.Contains(JsonText.Name(property)))
            {
                return true;
            }
        }

        return !item.EnumerateObject().Any();
    }

    /// <summary>Whether the value is a text, alone or as the only item of a list.</summary>
    public static bool IsOnly(JsonElement value, string text)
    {
        JsonElement list = value.ValueKind == JsonValueKind.Array ? value : To(JsonValueKind.Array, value) ?? value;
        return list.ValueKind == JsonValueKind.Array
            && list.GetArrayLength() == 1
            && list[0].ValueKind == JsonValueKind.String
            && JsonText.Read(list[0]) == text;
    }

    /// <summary>The parts of a text that commas separate, as an array; null when it is no such text.</summary>
    public static JsonElement? ToParts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || Document(value, '[') is not null)
        {
            return null;
        }

        string[] parts = JsonText
            .WellFormed(JsonText.Read(value))
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 ? ToArray(parts) : null;
    }

    /// <summary>An array of texts.</summary>
    public static JsonElement ToArray(ReadOnlySpan<string> texts) =>
        JsonElement.Parse(
            $"[{string.Join(',', texts.ToArray().Select(static text => $"\"{JsonEncodedText.Encode(text)}\""))}]"
        );

    /// <summary>The label of a closed set that the value means: in any spelling, or what the API has in its place.</summary>
    /// <param name="value">A value that is no label as it stands.</param>
    /// <param name="labels">The set.</param>
    /// <param name="labelOf">The label of an API's value in lower case; null where those are the labels themselves.</param>
    public static string? ToLabel(JsonElement value, ReadOnlySpan<string> labels, Func<string, string?>? labelOf)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => Scalar(value),
            JsonValueKind.Number => Digits(value),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
        return text is null ? null : LabelOf(text, labels) ?? labelOf?.Invoke(text.ToLowerInvariant());
    }

    private static string? LabelOf(string text, ReadOnlySpan<string> labels)
    {
        if (labels.Contains(text))
        {
            return text;
        }

        string folded = DidYouMean.Fold(text);
        string? found = null;
        foreach (string label in labels)
        {
            if (folded.Length > 0 && DidYouMean.Fold(label) == folded)
            {
                // Two labels of one spelling: which is meant is open.
                if (found is not null)
                {
                    return null;
                }

                found = label;
            }
        }

        return found;
    }

    /// <summary>One item stands for a list of it; a text that looks like a list but is none stands for nothing.</summary>
    private static JsonElement? ToArray(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return value.ValueKind == JsonValueKind.Null ? null : InArray(value);
        }

        return Document(value, '[') is { } document ? Parse(document, JsonValueKind.Array)
            : string.IsNullOrWhiteSpace(JsonText.Read(value)) ? null
            : InArray(value);
    }

    private static JsonElement? InArray(JsonElement item)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(item);
        byte[] array = [(byte)'[', .. raw, (byte)']'];
        return Parse(array, JsonValueKind.Array, JsonValueKind.Array);
    }

    /// <summary>A number's text when it is whole: as written, or without an empty fraction or an exponent.</summary>
    private static string? Digits(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(value);
        if (raw.IndexOfAny(".eE"u8) < 0)
        {
            return Encoding.ASCII.GetString(raw);
        }

        double number = JsonEquality.Number(value);
        return double.IsInteger(number) && Math.Abs(number) <= ArgumentLimits.LargestInteger
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static string? Scalar(JsonElement value)
    {
        bool mayBe = value.ValueKind == JsonValueKind.String && JsonMarshal.GetRawUtf8Value(value).Length <= LongestRaw;
        string? text = mayBe ? JsonText.Read(value).Trim() : null;
        return text?.Length <= LongestScalar && !JsonText.HasLoneSurrogate(text) ? text : null;
    }

    private static string? Document(JsonElement value, char opening) =>
        value.ValueKind == JsonValueKind.String && JsonText.Read(value).Trim() is var text && text.StartsWith(opening)
            ? text
            : null;

    private static JsonElement? Parse(
        string? text,
        JsonValueKind kind,
        JsonValueKind other = JsonValueKind.Undefined
    ) => text is null || JsonText.HasLoneSurrogate(text) ? null : Parse(Encoding.UTF8.GetBytes(text), kind, other);

    private static JsonElement? Parse(byte[] json, JsonValueKind kind, JsonValueKind other)
    {
        if (JsonSize.IsTooLarge(json))
        {
            return null;
        }

        try
        {
            JsonElement parsed = JsonElement.Parse(json, ParseOptions);
            return parsed.ValueKind == kind || parsed.ValueKind == other ? parsed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClickUpMcp.Tests.Binding;

/// <summary>What the values of an argument, an item or a field are, with values to try.</summary>
/// <param name="spec">As the spec declares it; null for what the language adds.</param>
/// <param name="schema">As the schema publishes it.</param>
/// <param name="text">A text that is valid where the schema does not say which are; null for any.</param>
internal sealed class SpecType(JsonElement? spec, JsonElement schema, string? text = null)
{
    private static readonly string[] Texts =
    [
        "3001",
        "00000000-0000-4000-8000-000000000001",
        "someone@example.org",
        "https://example.org/1",
        "#1A2B3C",
        "words",
    ];

    /// <summary>Texts by which callers try to empty a list.</summary>
    public static string[] EmptyTexts { get; } = ["\"none\"", "\"null\"", "\" None \"", "\"-\"", "\"n/a\""];

    private string Kind =>
        Key("type")?.GetString()
        ?? (
            spec is not null ? "entity"
            : schema.TryGetProperty("enum", out _) ? "enum"
            : schema.GetProperty("type").GetString()!
        );

    /// <summary>Whether any JSON is a value, null too.</summary>
    public bool IsFree => !schema.TryGetProperty("type", out _);

    /// <summary>Whether it is a day or an instant.</summary>
    public bool IsDate => Kind == "date";

    /// <summary>Whether a day without a year is one that was.</summary>
    public bool LooksBack => Key("direction")?.GetString() == "past";

    /// <summary>Whether it is a time span.</summary>
    public bool IsDuration => Kind == "duration";

    /// <summary>Spellings of a duration that say its unit, with two and a half hours in it.</summary>
    public static IEnumerable<(string Spelling, string Value)> UnitsOf(string name) =>
        [
            ($"{name}_hours", "2.5"),
            ($"{name}_minutes", "150"),
            ($"{name}_seconds", "\"9000\""),
            ($"{name}_ms", "9000000"),
        ];

    /// <summary>A text that must stay as it is although it is JSON of something else.</summary>
    public bool IsPlainText =>
        Kind is "string" or "text" or "comment"
        && !schema.TryGetProperty("pattern", out _)
        && text is null
        && (Integer("maxLength") ?? 10) >= 10;

    /// <summary>A value that the schema accepts.</summary>
    public string Plain =>
        Kind switch
        {
            "boolean" => "true",
            "integer" or "number" => Number,
            "date" => "\"1781000000000\"",
            "duration" => "\"90\"",
            "file" => "\"QUJD\"",
            "enum" => Quote(Labels[0]),
            "array" =>
                $"[{string.Join(',', Enumerable.Range(0, Math.Max(1, Integer("minItems") ?? 0)).Select(ItemAt))}]",
            "object" => $"{{{string.Join(',', Fields.Select(static f => $"\"{f.Name}\":{f.Type.Plain}"))}}}",
            "json" => Key("holds")?.GetString() switch
            {
                "object" => """{"a":"1"}""",
                "objects" => """[{"a":"1"}]""",
                _ => """{"a":"1"}""",
            },
            _ => Quote(PlainText),
        };

    /// <summary>Pairs of a plain value and another form of it, in which nothing is lost.</summary>
    public IEnumerable<(string Plain, string Form)> Forms =>
        Kind switch
        {
            "boolean" => [("true", "\"true\""), ("false", "\"false\""), ("true", "\"True\""), ("false", "\" FALSE \"")],
            "integer" => [(Number, $"\"{Number}\""), (Number, $"{Number}.0"), (Number, $"\" {Number}.0 \"")],
            "number" => [(Number, $"\"{Number}\""), (Number, $"\" {Number} \"")],
            "enum" => [.. Labels.SelectMany(FormsOfLabel)],
            "array" => FormsOfArray,
            "object" => FormsOfObject,
            "json" when !IsFree => [(Plain, Quote(Plain)), (Plain, Quote($" {Plain}\n"))],
            "file" or "json" => [],
            "duration" =>
            [
                (Plain, "90"),
                (Plain, "90.0"),
                ("\"2.5h\"", "\"2:30\""),
                ("\"2.5h\"", "\"2h30\""),
                ("\"2.5h\"", "\"2.5 hours\""),
                ("\"2.5h\"", "\"PT2H30M\""),
                ("\"2.5h\"", "150"),
            ],
            _ when Plain.Trim('"').All(char.IsAsciiDigit) =>
            [
                (Plain, Plain.Trim('"')),
                (Plain, Plain.Trim('"') + ".0"),
            ],
            _ => [],
        };

    /// <summary>Values of other types that do not say what is meant.</summary>
    public IEnumerable<string> Unfaithful =>
        Kind switch
        {
            "boolean" => ["2", "0.5", "\"yes or no\"", "\"\"", "[true]", "{}"],
            "integer" => [$"\"{Number}.5\"", $"{Number}.5", "\"abc\"", "\"0x3\"", "\"\"", "true", "[3]", "{}"],
            "number" => ["\"abc\"", "\"1,5\"", "\"\"", "\"NaN\"", "true", "[3]", "{}"],
            "enum" => ["\"no_such_label\"", "\"\"", "99", "[\"x\"]", "{}"],
            "array" => ["\"\"", "\"[1,\"", "\"[1] and more\"", .. EmptyTexts],
            "object" => ["\"x\"", "\"{\"", "\"[1]\"", "1", "[]"],
            "json" when !IsFree => ["\"x\"", "\"{\"", "1", "true"],
            "json" => [],
            "duration" => ["true", "2.5", "\"2.5\"", "3600000", "\"1:75\"", "[\"x\"]", "{}", "{\"a\":1}"],
            _ => ["true", "1.5", "[\"x\"]", "{}", "{\"a\":1}"],
        };

    /// <summary>Whether some list in it may have any number of items.</summary>
    public bool HasUnboundedList =>
        Kind switch
        {
            "array" => Integer("maxItems") is null || Item.HasUnboundedList,
            "object" => Fields.Any(static f => f.Type.HasUnboundedList),
            _ => false,
        };

    private string Number =>
        schema.TryGetProperty("minimum", out JsonElement minimum) && minimum.GetDouble() > 3 ? minimum.GetRawText()
        : schema.TryGetProperty("maximum", out JsonElement maximum) && maximum.GetDouble() < 3 ? maximum.GetRawText()
        : "3";

    private string PlainText =>
        text
        ?? (
            schema.TryGetProperty("pattern", out JsonElement pattern)
                ? Texts.First(candidate =>
                    Regex.IsMatch(candidate, pattern.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1))
                )
                : Texts[0].PadLeft(Integer("minLength") ?? 1, '1')
        );

    /// <summary>Of an object that must have a name and a free value, and nothing else, both.</summary>
    private (SpecType Key, SpecType Value)? Pair =>
        Kind == "object"
        && Fields.Where(static f => f.IsRequired).Select(static f => f.Type).ToArray()
            is [{ Kind: "entity" } key, { Kind: "json" } value]
        && Fields.Count() == 2
            ? (key, value)
            : null;

    private string[] Labels =>
        [.. schema.GetProperty("enum").EnumerateArray().Select(static label => label.GetString()!)];

    private SpecType Item => new(Key("items"), schema.GetProperty("items"), text);

    private IEnumerable<(string Name, SpecType Type, bool IsRequired)> Fields =>
        schema
            .GetProperty("properties")
            .EnumerateObject()
            .Select(property =>
                (
                    property.Name,
                    new SpecType(Key("fields")?.GetProperty(property.Name), property.Value),
                    schema.TryGetProperty("required", out JsonElement required)
                        && required.EnumerateArray().Any(name => name.ValueEquals(property.Name))
                )
            );

    private IEnumerable<(string, string)> FormsOfArray
    {
        get
        {
            yield return (Plain, Quote(Plain));
            yield return (Plain, Quote($" {Plain}\n"));
            if (Item.Kind == "enum" && Item.Labels.Length > 1 && (Integer("maxItems") ?? 2) > 1)
            {
                string[] two = Item.Labels[..2];
                yield return ($"[{Quote(two[0])},{Quote(two[1])}]", Quote($"{two[0]}, {two[1]}"));
                yield return ($"[{Quote(two[0])},{Quote(two[1])}]", Quote($"{two[0].ToUpperInvariant()},{two[1]}"));
            }

            if (Item.Pair is var (key, value))
            {
                string map = $$"""{{{key.Plain}}:{{value.Plain}}}""";
                yield return ($"[{Item.Plain}]", map);
                yield return ($"[{Item.Plain}]", $"[{map}]");
                yield return ($"[{Item.Plain}]", Quote(map));
            }

            if ((Integer("minItems") ?? 0) < 2)
            {
                yield return (Plain, Item.Plain);
                foreach ((string plain, string form) in Item.Forms)
                {
                    yield return ($"[{plain}]", $"[{form}]");
                    yield return ($"[{plain}]", Quote($"[{form}]"));
                }
            }
        }
    }

    private IEnumerable<(string, string)> FormsOfObject
    {
        get
        {
            yield return (Plain, Quote(Plain));
            foreach ((string name, SpecType type, bool isRequired) in Fields)
            {
                foreach ((string plain, string form) in type.Forms)
                {
                    yield return (With(name, plain), With(name, form));
                }

                foreach ((string spelling, string value) in type.IsDuration ? UnitsOf(name) : [])
                {
                    yield return (With(name, "\"2.5h\""), With(name, value, spelling));
                }

                if (!isRequired && !type.IsFree)
                {
                    yield return (With(name, null), With(name, "null"));
                }
            }
        }
    }

    private IEnumerable<(string, string)> FormsOfLabel(string label)
    {
        string plain = Quote(label);
        yield return (plain, Quote(label.ToUpperInvariant()));
        yield return (plain, Quote($" {label.Replace('_', ' ')} "));
        if (
            Key("values") is { } values
            && values.GetProperty(label) is { ValueKind: not JsonValueKind.Null } wire
            && !Labels.Contains(wire.ToString())
        )
        {
            yield return (plain, wire.GetRawText());
            yield return (plain, Quote(wire.ToString()));
        }
    }

    private string With(string name, string? value, string? spelling = null) =>
        $"{{{string.Join(',', Fields.Where(f => f.Name != name || value is not null).Select(f => f.Name == name ? $"\"{spelling ?? name}\":{value}" : $"\"{f.Name}\":{f.Type.Plain}"))}}}";

    private string ItemAt(int index) => index == 0 || Kind != "array" ? Item.Plain : ItemPlain(index);

    private string ItemPlain(int index) =>
        Item.Kind == "enum"
            ? Quote(Item.Labels[index])
            : Item.Plain.Replace("3001", $"300{index + 1}", StringComparison.Ordinal);

    private JsonElement? Key(string name) =>
        spec is { } declared && declared.TryGetProperty(name, out JsonElement value) ? value : null;

    private int? Integer(string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) ? value.GetInt32() : null;

    private static string Quote(string content) => $"\"{JsonEncodedText.Encode(content)}\"";
}

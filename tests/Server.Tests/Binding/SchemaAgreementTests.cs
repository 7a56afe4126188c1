using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tests.Binding;

/// <summary>What the binder accepts equals what the published schema accepts of the value's plain form, on random values.</summary>
public class SchemaAgreementTests
{
    // Each reader with its schema, written down apart from the readers.
    private static readonly (string Schema, Func<ArgumentValue, object?> Read)[] Types =
    [
        ("""{"type":"string"}""", static v => v.AsString()),
        ("""{"type":"string","minLength":1,"maxLength":4,"pattern":"[^\\s\\u0085]"}""", static v => v.AsString(1, 4)),
        ("""{"type":"string","pattern":"^[A-Za-z0-9_-]{1,64}$"}""", static v => v.AsString(format: StringFormat.Id)),
        ("""{"type":"string","pattern":"^[0-9]{1,20}$"}""", static v => v.AsString(format: StringFormat.Digits)),
        (
            """{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"}""",
            static v => v.AsString(format: StringFormat.Email)
        ),
        ("""{"type":"string","pattern":"^https://\\S+$"}""", static v => v.AsString(format: StringFormat.HttpsUrl)),
        (
            """{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"}""",
            static v => v.AsString(format: StringFormat.SingleLine)
        ),
        ("""{"type":"boolean"}""", static v => v.AsBoolean()),
        ("""{"type":"integer","minimum":-3,"maximum":100}""", static v => v.AsInteger(-3, 100)),
        ("""{"type":"number"}""", static v => v.AsNumber()),
        ("""{"type":"number","minimum":-1.5,"maximum":1.5}""", static v => v.AsNumber(-1.5, 1.5)),
        ("""{"type":"string","enum":["high","low"]}""", static v => v.AsEnum("high", "low")),
        (
            """{"type":"array","items":{"type":"string","maxLength":3},"minItems":1,"maxItems":3}""",
            static v => v.AsArray(static i => i.AsString(maxLength: 3), 1, 3)
        ),
        (
            """{"type":"array","items":{"type":"number"},"uniqueItems":true}""",
            static v => v.AsValueArray(static i => i.AsNumber(), uniqueItems: true)
        ),
        (
            """{"type":"array","items":{"type":"object","properties":{"a":{"type":"integer","minimum":-9,"maximum":9}},"required":["a"],"additionalProperties":false},"uniqueItems":true}""",
            static v => v.AsArray(static i => i.AsObject(BindA), uniqueItems: true)
        ),
    ];

    private static readonly PlainForm Plain = new(
        new Dictionary<string, IReadOnlyDictionary<string, string>>(),
        static _ => false
    );

    [Fact]
    public void PB_10_binder_and_schema_agree_on_random_values()
    {
        ValueGenerator generator = new(20260101);
        int accepted = 0;
        int converted = 0;
        for (int i = 0; i < 20_000; i++)
        {
            (string schema, Func<ArgumentValue, object?> read) = Types[i % Types.Length];
            string json = generator.Value(2);
            using JsonDocument value = JsonDocument.Parse(json);
            using JsonDocument definition = JsonDocument.Parse(schema);
            string form = Plain.Of(definition.RootElement, value.RootElement);
            using JsonDocument plain = JsonDocument.Parse(form);
            bool bound = Bound.Value(json, v => read(v)).IsAccepted;
            bool isValid = Validates(definition.RootElement, value.RootElement);
            bound.ShouldBe(Validates(definition.RootElement, plain.RootElement), $"{schema} on {json}, plain {form}");
            (isValid && !bound).ShouldBeFalse($"{schema} on {json}");
            accepted += bound ? 1 : 0;
            converted += bound && !isValid ? 1 : 0;
        }

        accepted.ShouldBeInRange(1000, 19_000, "the generator must make both kinds");
        converted.ShouldBeGreaterThan(500, "the generator must make values of other types");
    }

    private static object? BindA(ArgumentReader reader)
    {
        long? a = reader.Required("a").AsInteger(-9, 9);
        return reader.Complete() ? a : null;
    }

    /// <summary>A plain validator for the keywords that are published.</summary>
    private static bool Validates(JsonElement schema, JsonElement value)
    {
        string type = schema.GetProperty("type").GetString()!;
        bool Number(string keyword, Func<double, bool> holds) =>
            !schema.TryGetProperty(keyword, out JsonElement limit) || holds(limit.GetDouble());

        switch (type)
        {
            case "string":
                if (value.ValueKind != JsonValueKind.String)
                {
                    return false;
                }

                string text = value.GetString()!;
                int length = text.EnumerateRunes().Count();
                return Number("minLength", n => length >= n)
                    && Number("maxLength", n => length <= n)
                    && (
                        !schema.TryGetProperty("pattern", out JsonElement pattern)
                        || Regex.IsMatch(text, Translate(pattern.GetString()!), RegexOptions.NonBacktracking)
                    )
                    && (
                        !schema.TryGetProperty("enum", out JsonElement labels)
                        || labels.EnumerateArray().Any(l => l.GetString() == text)
                    );
            case "boolean":
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False;
            case "integer" or "number":
                if (value.ValueKind != JsonValueKind.Number)
                {
                    return false;
                }

                double number = double.Parse(value.GetRawText(), CultureInfo.InvariantCulture);
                return double.IsFinite(number)
                    && (type == "number" || number == Math.Floor(number))
                    && Number("minimum", n => number >= n)
                    && Number("maximum", n => number <= n);
            case "array":
                return value.ValueKind == JsonValueKind.Array
                    && Number("minItems", n => value.GetArrayLength() >= n)
                    && Number("maxItems", n => value.GetArrayLength() <= n)
                    && value.EnumerateArray().All(i => Validates(schema.GetProperty("items"), i))
                    && (!schema.TryGetProperty("uniqueItems", out _) || AreUnique(value));
            default:
                return value.ValueKind == JsonValueKind.Object
                    && schema
                        .GetProperty("required")
                        .EnumerateArray()
                        .All(r => value.TryGetProperty(r.GetString()!, out _))
                    && value
                        .EnumerateObject()
                        .All(m =>
                            schema.GetProperty("properties").TryGetProperty(m.Name, out JsonElement member)
                            && Validates(member, m.Value)
                        );
        }
    }

    // .NET's \s and its $ differ from ECMAScript's.
    private static string Translate(string pattern)
    {
        const string Space = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
        return pattern
            .Replace("[^@\\s]", $"[^@{Space}]", StringComparison.Ordinal)
            .Replace("\\S", $"[^{Space}]", StringComparison.Ordinal)
            .Replace("$", "\\z", StringComparison.Ordinal);
    }

    private static bool AreUnique(JsonElement array)
    {
        JsonElement[] items = [.. array.EnumerateArray()];
        return !items.Where((a, i) => items.Take(i).Any(b => JsonElement.DeepEquals(a, b))).Any();
    }
}

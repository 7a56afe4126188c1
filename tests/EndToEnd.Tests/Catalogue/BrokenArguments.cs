using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Catalogue;

/// <summary>Breaks each constraint of a tool's schema once, in an otherwise good call.</summary>
internal static class BrokenArguments
{
    // Whatever the pattern, one of these does not match it.
    private static readonly string[] Misfits = ["!", "line\nbreak", "http://example.org", "zz", ""];

    /// <summary>The calls, each with the field that the reply must name.</summary>
    public static IEnumerable<BrokenCall> Of(SpecTool tool, JsonElement schema)
    {
        var good = tool.Examples[0];
        foreach (var name in Strings(schema, "required"))
        {
            var without = good.DeepClone().AsObject();
            if (without.Remove(name))
            {
                yield return new BrokenCall(tool, $"{name} is missing", name, without);
                if (HasType(schema.GetProperty("properties").GetProperty(name)))
                {
                    yield return new BrokenCall(tool, $"{name} is null", name, With(good, name, null));
                }
            }
        }

        yield return new BrokenCall(tool, "an unknown argument", "no_such_argument", With(good, "no_such_argument", 1));
        foreach (var property in Properties(schema))
        {
            foreach (var (what, value) in Misfit(property.Value))
            {
                yield return new BrokenCall(
                    tool,
                    $"{property.Name}: {what}",
                    property.Name,
                    With(good, property.Name, value)
                );
            }
        }

        foreach (var names in tool.Rules("exactlyOne").Concat(tool.Rules("atLeastOne")))
        {
            var none = good.DeepClone().AsObject();
            foreach (var name in names)
            {
                none.Remove(name);
                foreach (var alias in Aliases(tool, name))
                {
                    none.Remove(alias);
                }
            }

            yield return new BrokenCall(tool, $"none of {string.Join(", ", names)}", names[0], none);
        }
    }

    private static IEnumerable<(string What, JsonNode? Value)> Misfit(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            yield break;
        }

        switch (type.GetString())
        {
            case "string":
                foreach (var broken in MisfitText(schema))
                {
                    yield return broken;
                }

                break;
            case "boolean":
                yield return ("a text for a boolean", "perhaps");
                break;
            case "integer" or "number":
                yield return ("a text for a number", "one");
                foreach (var broken in MisfitNumber(schema))
                {
                    yield return broken;
                }

                break;
            case "array":
                yield return ("half an array as text", "[1,");
                foreach (var broken in MisfitArray(schema))
                {
                    yield return broken;
                }

                break;
            case "object":
                yield return ("an array for an object", new JsonArray());
                foreach (var broken in MisfitObject(schema))
                {
                    yield return broken;
                }

                break;
        }
    }

    private static IEnumerable<(string, JsonNode?)> MisfitText(JsonElement schema)
    {
        yield return ("a boolean for a text", true);
        if (Integer(schema, "minLength") is > 0)
        {
            yield return ("too short", "");
        }

        if (Integer(schema, "maxLength") is { } maximum)
        {
            yield return ("too long", new string('1', maximum + 1));
        }

        if (schema.TryGetProperty("enum", out _))
        {
            yield return ("no word of the set", "no_such_word");
        }

        if (schema.TryGetProperty("pattern", out var pattern))
        {
            var misfit = Misfits.First(text => !Matches(text, pattern));
            yield return ("no match of the pattern", misfit);
        }
    }

    private static IEnumerable<(string, JsonNode?)> MisfitNumber(JsonElement schema)
    {
        const long Safe = 9_007_199_254_740_991;
        if (schema.TryGetProperty("minimum", out var minimum) && minimum.GetDouble() > -Safe)
        {
            yield return ("too small", minimum.GetDouble() - 1);
        }

        if (schema.TryGetProperty("maximum", out var maximum) && maximum.GetDouble() < Safe)
        {
            yield return ("too large", maximum.GetDouble() + 1);
        }

        if (schema.GetProperty("type").ValueEquals("integer"))
        {
            yield return ("a fraction", 1.5);
        }
    }

    private static IEnumerable<(string, JsonNode?)> MisfitArray(JsonElement schema)
    {
        var item = schema.GetProperty("items");
        if (Integer(schema, "minItems") is > 0)
        {
            yield return ("too few items", new JsonArray());
        }

        if (Integer(schema, "maxItems") is { } maximum)
        {
            yield return (
                "too many items",
                new JsonArray([.. Enumerable.Range(0, maximum + 1).Select(i => Some(item, i))])
            );
        }

        if (schema.TryGetProperty("uniqueItems", out _))
        {
            yield return ("an item twice", new JsonArray(Some(item, 0), Some(item, 0)));
        }

        if (HasType(item))
        {
            yield return ("an item that is null", new JsonArray((JsonNode?)null));
        }

        foreach (var (what, value) in Misfit(item))
        {
            yield return ($"an item that is {what}", new JsonArray(value));
        }
    }

    private static IEnumerable<(string, JsonNode?)> MisfitObject(JsonElement schema)
    {
        if (!schema.TryGetProperty("properties", out _))
        {
            yield break;
        }

        var good = (JsonObject)Some(schema, 0)!;
        yield return ("a member too many", With(good, "no_such_member", 1));
        foreach (var name in Strings(schema, "required"))
        {
            var without = good.DeepClone().AsObject();
            without.Remove(name);
            yield return ($"without {name}", without);
        }

        foreach (var property in Properties(schema))
        {
            foreach (var (what, value) in Misfit(property.Value))
            {
                yield return ($"{property.Name} {what}", With(good, property.Name, value));
            }
        }
    }

    /// <summary>A value that keeps the schema; another one for each index where the schema leaves a choice.</summary>
    private static JsonNode? Some(JsonElement schema, int index)
    {
        switch (schema.TryGetProperty("type", out var type) ? type.GetString() : "any")
        {
            case "boolean":
                return index % 2 == 0;
            case "integer" or "number":
                return schema.TryGetProperty("minimum", out var minimum) && minimum.GetDouble() > 0
                    ? (long)Math.Ceiling(minimum.GetDouble())
                    : index;
            case "array":
                return new JsonArray([
                    .. Enumerable
                        .Range(0, Integer(schema, "minItems") ?? 1)
                        .Select(i => Some(schema.GetProperty("items"), i)),
                ]);
            case "object":
                var made = new JsonObject();
                foreach (var name in Strings(schema, "required"))
                {
                    made[name] = Some(schema.GetProperty("properties").GetProperty(name), index);
                }

                return made;
            case "any":
                return index;
            default:
                return schema.TryGetProperty("enum", out var labels)
                    ? labels[index % labels.GetArrayLength()].GetString()
                    : SomeText(schema, index);
        }
    }

    private static string SomeText(JsonElement schema, int index)
    {
        string[] candidates =
        [
            $"{index + 1}",
            $"00000000-0000-4000-8000-{index:d12}",
            $"a{index}@example.org",
            $"https://example.org/{index}",
            $"#{index:d6}",
        ];
        return schema.TryGetProperty("pattern", out var pattern)
            ? candidates.First(text => Matches(text, pattern))
            : candidates[0].PadLeft(Integer(schema, "minLength") ?? 1, '1');
    }

    // Where any JSON is a value, null is one.
    private static bool HasType(JsonElement schema) => schema.TryGetProperty("type", out _);

    private static bool Matches(string text, JsonElement pattern) =>
        Regex.IsMatch(text, pattern.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    private static JsonObject With(JsonObject good, string name, JsonNode? value)
    {
        var call = good.DeepClone().AsObject();
        call[name] = value?.DeepClone();
        return call;
    }

    private static IEnumerable<string> Aliases(SpecTool tool, string name) =>
        tool.Arguments.TryGetValue(name, out var definition) && definition.TryGetProperty("aliases", out var aliases)
            ? aliases.EnumerateArray().Select(alias => alias.GetString()!)
            : [];

    private static IEnumerable<JsonProperty> Properties(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : [];

    private static IEnumerable<string> Strings(JsonElement schema, string key) =>
        schema.TryGetProperty(key, out var items) ? items.EnumerateArray().Select(item => item.GetString()!) : [];

    private static int? Integer(JsonElement schema, string key) =>
        schema.TryGetProperty(key, out var value) ? value.GetInt32() : null;
}

using System.Text.Json;

namespace ClickUpMcp.OpenApi;

/// <summary>Reads JSON schemas of one document down to their leaves.</summary>
internal sealed class SchemaReader(JsonElement root)
{
    /// <summary>Deep enough for every request; schemas may contain themselves.</summary>
    private const int MaximumDepth = 8;

    private static readonly string[] Combined = ["allOf", "oneOf", "anyOf"];

    /// <summary>Follows references of the form <c>#/a/b</c>.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            element = reference
                .GetString()!
                .Split('/')
                .Skip(1)
                .Select(step => Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal))
                .Select(step => step.Replace("~0", "~", StringComparison.Ordinal))
                .Aggregate(root, static (at, step) => Step(at, step));
        }

        return element;
    }

    /// <summary>One value without what is below it.</summary>
    public OpenApiLeaf Leaf(string location, JsonElement schema, bool required)
    {
        var kinds = Kinds(schema);
        var items = kinds.HasFlag(JsonKinds.Array)
            ? Items(schema).Aggregate(JsonKinds.None, (k, i) => k | Kinds(i))
            : default;
        return new OpenApiLeaf(location, kinds, items, required);
    }

    /// <summary>The leaves below a place, or the place itself when nothing is said about what is below it.</summary>
    public IEnumerable<OpenApiLeaf> Leaves(string location, JsonElement schema, bool required = true, int depth = 0)
    {
        var members = Members(schema);
        if (members.Count > 0 && depth < MaximumDepth)
        {
            return members.SelectMany(member =>
                Leaves($"{location}.{member.Key}", member.Value.Schema, member.Value.Required, depth + 1)
            );
        }

        var items = Items(schema).SelectMany(Members).ToList();
        return items.Count > 0 && depth < MaximumDepth
            ? Items(schema)
                .SelectMany(item => Leaves(location + "[]", item, true, depth + 1))
                .DistinctBy(l => l.Location)
            : [Leaf(location, schema, required)];
    }

    private Dictionary<string, (JsonElement Schema, bool Required)> Members(JsonElement schema)
    {
        schema = Resolve(schema);
        Dictionary<string, (JsonElement, bool)> members = [];
        foreach (var (key, part) in Parts(schema))
        {
            foreach (var (name, member) in Members(part))
            {
                // What only one of several forms requires is not required.
                members.TryAdd(name, (member.Schema, member.Required && key == "allOf"));
            }
        }

        if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            string[] required =
                schema.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
                    ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
                    : [];
            foreach (var property in properties.EnumerateObject())
            {
                members[property.Name] = (property.Value, required.Contains(property.Name));
            }
        }

        return members;
    }

    private IEnumerable<JsonElement> Items(JsonElement schema)
    {
        schema = Resolve(schema);
        var own =
            schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("items", out var items)
                ? [items]
                : Enumerable.Empty<JsonElement>();
        return own.Concat(Parts(schema).SelectMany(part => Items(part.Schema)));
    }

    private JsonKinds Kinds(JsonElement schema)
    {
        schema = Resolve(schema);
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return JsonKinds.Any;
        }

        var parts = Parts(schema).ToList();
        if (schema.TryGetProperty("type", out var type))
        {
            return type.ValueKind == JsonValueKind.Array
                ? type.EnumerateArray()
                    .Aggregate(JsonKinds.None, static (kinds, name) => kinds | Kind(name.GetString()!))
                : Kind(type.GetString()!);
        }

        if (parts.Count > 0)
        {
            return parts.Aggregate(JsonKinds.None, (kinds, part) => kinds | Kinds(part.Schema));
        }

        return schema.TryGetProperty("enum", out var values)
                ? values
                    .EnumerateArray()
                    .Aggregate(JsonKinds.None, static (kinds, value) => kinds | Kind(value.ValueKind))
            : schema.TryGetProperty("properties", out _) ? JsonKinds.Object
            : JsonKinds.Any;
    }

    private static IEnumerable<(string Key, JsonElement Schema)> Parts(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
            ? Combined
                .Where(key => schema.TryGetProperty(key, out _))
                .SelectMany(key => schema.GetProperty(key).EnumerateArray().Select(part => (key, part)))
            : [];

    private static JsonKinds Kind(string type) =>
        type switch
        {
            "string" => JsonKinds.Text,
            "integer" or "number" => JsonKinds.Number,
            "boolean" => JsonKinds.Boolean,
            "object" => JsonKinds.Object,
            "array" => JsonKinds.Array,
            _ => JsonKinds.None,
        };

    private static JsonKinds Kind(JsonValueKind value) =>
        value switch
        {
            JsonValueKind.String => JsonKinds.Text,
            JsonValueKind.Number => JsonKinds.Number,
            JsonValueKind.True or JsonValueKind.False => JsonKinds.Boolean,
            _ => JsonKinds.None,
        };

    private static JsonElement Step(JsonElement at, string step) =>
        at.ValueKind == JsonValueKind.Array
            ? at[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]
            : at.GetProperty(step);
}

using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Writes input schemas: exactly as strict as the emitted binders, and no longer than needed.</summary>
/// <remarks>Single types only and no combinators: some model providers refuse a whole tool list over one of those.</remarks>
internal static class SchemaWriter
{
    // Mirrors of ArgumentValue's limits for types whose length is not the spec's business.
    private const int DateLength = 100;
    private const int DurationLength = 50;
    private const int EntityLength = 300;

    /// <summary>The schema of an object with these members.</summary>
    public static void WriteObject(JsonText json, EquatableArray<ArgumentModel> arguments, string? description = null)
    {
        json.BeginObject().Name("type").String("object");
        WriteDescription(json, description);
        if (arguments.Count > 0)
        {
            json.Name("properties").BeginObject();
            foreach (ArgumentModel argument in arguments)
            {
                json.Name(argument.Name);
                WriteType(json, argument.Type, argument.Description, argument.Default);
            }

            json.EndObject();
        }

        if (arguments.Any(static a => a.Required))
        {
            json.Name("required");
            WriteStrings(json, arguments.Where(static a => a.Required).Select(static a => a.Name));
        }

        json.Name("additionalProperties").Boolean(false).EndObject();
    }

    private static void WriteType(JsonText json, TypeModel type, string? description, string? defaultJson)
    {
        if (type.Kind == TypeKind.Object)
        {
            WriteObject(json, type.Fields, description);
            return;
        }

        json.BeginObject();
        WriteFacets(json, type);
        WriteDescription(json, description);
        if (defaultJson is not null)
        {
            json.Name("default").Raw(defaultJson);
        }

        json.EndObject();
    }

    private static void WriteFacets(JsonText json, TypeModel type)
    {
        switch (type.Kind)
        {
            case TypeKind.Boolean:
                WriteKind(json, "boolean");
                break;
            case TypeKind.Integer:
                WriteKind(json, "integer");
                json.Name("minimum").Integer(Numbers.Minimum(type.Minimum));
                json.Name("maximum").Integer(Numbers.Maximum(type.Maximum));
                break;
            case TypeKind.Number:
                WriteKind(json, "number");
                WriteBound(json, "minimum", type.Minimum);
                WriteBound(json, "maximum", type.Maximum);
                break;
            case TypeKind.Date:
                WriteText(json, 1, DateLength, null);
                break;
            case TypeKind.Duration:
                WriteText(json, 1, DurationLength, null);
                break;
            case TypeKind.Entity:
                WriteText(json, 1, EntityLength, null);
                break;
            case TypeKind.Enum:
                WriteKind(json, "string");
                json.Name("enum");
                WriteStrings(json, type.Values.Select(static v => v.Label));
                break;
            case TypeKind.Array:
                WriteArray(json, type);
                break;
            case TypeKind.Json:
                break;
            default:
                WriteText(json, type.MinLength, type.MaxLength, type.Format);
                break;
        }
    }

    private static void WriteArray(JsonText json, TypeModel type)
    {
        WriteKind(json, "array");
        json.Name("items");
        WriteType(json, CSharpTypes.Item(type), description: null, defaultJson: null);
        WriteCount(json, "minItems", type.MinItems);
        WriteCount(json, "maxItems", type.MaxItems);
        if (type.UniqueItems)
        {
            json.Name("uniqueItems").Boolean(true);
        }
    }

    private static void WriteText(JsonText json, int? minLength, int? maxLength, string? format)
    {
        WriteKind(json, "string");
        WriteCount(json, "minLength", minLength);
        WriteCount(json, "maxLength", maxLength);
        if (StringPatterns.Of(format) is { } pattern)
        {
            json.Name("pattern").String(pattern);
        }
    }

    private static void WriteKind(JsonText json, string kind) => json.Name("type").String(kind);

    private static void WriteDescription(JsonText json, string? description)
    {
        if (description is { Length: > 0 })
        {
            json.Name("description").String(description);
        }
    }

    private static void WriteCount(JsonText json, string name, int? value)
    {
        // A lower bound of zero says nothing.
        if (value is { } count && (count > 0 || name.StartsWith("max", StringComparison.Ordinal)))
        {
            json.Name(name).Integer(count);
        }
    }

    private static void WriteBound(JsonText json, string name, string? bound)
    {
        if (bound is not null)
        {
            json.Name(name).Raw(bound.Trim());
        }
    }

    private static void WriteStrings(JsonText json, IEnumerable<string> values)
    {
        json.BeginArray();
        foreach (string value in values)
        {
            json.String(value);
        }

        json.EndArray();
    }
}

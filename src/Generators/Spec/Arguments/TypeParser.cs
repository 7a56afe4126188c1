using System.Globalization;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Values;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the type of an argument, an item or a field.</summary>
internal sealed class TypeParser(IReadOnlyDictionary<string, EntitySpec> entities, ArgumentParser arguments)
{
    /// <summary>Most arrays and objects inside each other.</summary>
    public const int MaximumDepth = 4;

    private const int MaximumCount = 1_000_000;
    private const int MaximumBytes = 1_000_000_000;

    public TypeModel Parse(SpecObject spec, string name, int depth)
    {
        if (ParseKind(spec) is not { } kind)
        {
            return new TypeModel();
        }

        ConstraintTable.Check(spec, kind);
        var type = new TypeModel { Kind = kind };
        switch (kind)
        {
            case TypeKind.String or TypeKind.Text or TypeKind.Comment:
                return ParseString(spec, type);
            case TypeKind.Integer or TypeKind.Number:
                return ParseNumber(spec, type);
            case TypeKind.Date:
                return type with
                {
                    Edge = spec.Word("edge", WordSets.Edges) ?? nameof(DateEdge.Start),
                    Direction = spec.Word("direction", WordSets.Directions) ?? nameof(DateDirection.Future),
                };
            case TypeKind.Duration:
                return type with { Minimum = ParseBound(spec, "minimum", TypeKind.Integer) };
            case TypeKind.Json:
                return type with { Holds = spec.Word("holds", WordSets.JsonContents) ?? nameof(JsonContent.Any) };
            case TypeKind.File:
                return type with { MaxBytes = spec.Integer("maxBytes", 1, MaximumBytes) };
            case TypeKind.Enum:
                return type with { Values = EnumParser.Parse(spec, name) };
            case TypeKind.Entity:
                return ParseEntity(spec, type);
            case TypeKind.Array or TypeKind.Object when depth >= MaximumDepth:
                spec.Bag.Report(Descriptors.NestedTooDeep, spec.Value, name, MaximumDepth);
                return type;
            case TypeKind.Array:
                return ParseArray(spec, type, name, depth + 1);
            case TypeKind.Object:
                return ParseObject(spec, type, name, depth + 1);
            default:
                return type;
        }
    }

    private static TypeKind? ParseKind(SpecObject spec)
    {
        if (!spec.Has("type"))
        {
            if (spec.Has("entity"))
            {
                return TypeKind.Entity;
            }

            spec.ReportMissing("type");
            return null;
        }

        return spec.Word<TypeKind>("type", WordSets.Types);
    }

    private static TypeModel ParseString(SpecObject spec, TypeModel type)
    {
        (int? minimum, int? maximum) = ParseRange(spec, "minLength", "maxLength");
        return type with
        {
            MinLength = minimum,
            MaxLength = maximum,
            Format = spec.Word<StringFormat>("format", WordSets.StringFormats) ?? StringFormat.None,
            Mentions = spec.Flag("mentions") ?? false,
        };
    }

    private static TypeModel ParseNumber(SpecObject spec, TypeModel type)
    {
        string? minimum = ParseBound(spec, "minimum", type.Kind);
        string? maximum = ParseBound(spec, "maximum", type.Kind);
        if (minimum is not null && maximum is not null && NumberText.Compare(minimum, maximum) > 0)
        {
            spec.Bag.Report(Descriptors.ReversedRange, spec.Find("minimum")!, "minimum", minimum, "maximum", maximum);
        }

        return type with
        {
            Minimum = minimum,
            Maximum = maximum,
        };
    }

    private static string? ParseBound(SpecObject spec, string key, TypeKind kind)
    {
        if (spec.Find(key) is not { } value || !SpecObject.Expect(value, JsonKind.Number, "'" + key + "'", spec.Bag))
        {
            return null;
        }

        if (kind == TypeKind.Number && NumberText.IsFinite(value.Text))
        {
            return value.Text;
        }

        string? digits = NumberText.ToInteger(value.Text);
        if (digits is null)
        {
            spec.Bag.Report(Descriptors.NumberOutOfRange, value, key, "-2^53", "2^53");
        }

        return digits;
    }

    private TypeModel ParseEntity(SpecObject spec, TypeModel type)
    {
        if (spec.RequiredText("entity") is not { } name)
        {
            return type;
        }

        if (!entities.TryGetValue(name.Text, out EntitySpec? entity))
        {
            spec.Bag.Report(Descriptors.UnknownEntity, name, name.Text, Suggestion.For(name.Text, entities.Keys));
            return type;
        }

        return type with
        {
            Entity = entity.Kind,
            IdIsNumber = entity.IdIsNumber,
            Within = spec.Texts("within").Select(w => w.Text).ToEquatableArray(),
            MayBeNew = spec.Flag("mayBeNew") ?? false,
            NewUnless = spec.Text("newUnless")?.Text ?? "",
        };
    }

    private TypeModel ParseArray(SpecObject spec, TypeModel type, string name, int depth)
    {
        (int? minimum, int? maximum) = ParseRange(spec, "minItems", "maxItems");
        JsonValue? all = spec.Text("all");
        type = type with
        {
            MinItems = minimum,
            MaxItems = maximum,
            UniqueItems = spec.Flag("uniqueItems") ?? false,
            All = all?.Text,
        };
        if (spec.Find("items") is not { } items)
        {
            spec.Bag.Report(Descriptors.MissingItems, spec.Value, name);
            return type;
        }

        SpecObject? item = SpecObject.Open(items, KnownKeys.Item, spec.Bag);
        TypeModel? parsed = item is null ? null : Parse(item, name, depth);
        if (all is not null && parsed is { Kind: not TypeKind.Enum })
        {
            spec.Bag.Report(Descriptors.MisplacedConstraint, all, "all", "array of anything but enum");
        }

        return type with
        {
            Items = parsed,
        };
    }

    private TypeModel ParseObject(SpecObject spec, TypeModel type, string name, int depth)
    {
        JsonValue? record = spec.RequiredText("record");
        if (record is not null && !CSharpNames.IsTypeName(record.Text))
        {
            spec.Bag.Report(Descriptors.BadIdentifier, record, record.Text, "a record");
        }

        if (!spec.Has("fields") || spec.Find("fields") is { Kind: JsonKind.Object, Members.Count: 0 })
        {
            spec.Bag.Report(Descriptors.MissingFields, spec.Value, name);
        }

        return type with
        {
            Record = record?.Text,
            Fields = arguments
                .ParseFields(spec.Members("fields"), record?.Text, depth)
                .Select(f => f.Model)
                .ToEquatableArray(),
        };
    }

    private static (int? Minimum, int? Maximum) ParseRange(SpecObject spec, string minimumKey, string maximumKey)
    {
        int? minimum = spec.Integer(minimumKey, 0, MaximumCount);
        int? maximum = spec.Integer(maximumKey, 0, MaximumCount);
        if (minimum > maximum)
        {
            spec.Bag.Report(
                Descriptors.ReversedRange,
                spec.Find(minimumKey)!,
                minimumKey,
                minimum.Value.ToString(CultureInfo.InvariantCulture),
                maximumKey,
                maximum.Value.ToString(CultureInfo.InvariantCulture)
            );
        }

        return (minimum, maximum);
    }
}

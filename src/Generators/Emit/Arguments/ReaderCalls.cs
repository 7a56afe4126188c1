using System.Globalization;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Emit;

/// <summary>The calls that read a JSON value as its type; what they accept is what <see cref="SchemaWriter"/> publishes.</summary>
internal static class ReaderCalls
{
    /// <summary>The call, beginning with its dot.</summary>
    public static string Of(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Boolean => ".AsBoolean()",
            TypeKind.Integer =>
                $".AsInteger({CSharpLiterals.Long(Numbers.Minimum(type.Minimum))}, {CSharpLiterals.Long(Numbers.Maximum(type.Maximum))})",
            TypeKind.Number => Call("AsNumber", Bound("minimum", type.Minimum), Bound("maximum", type.Maximum)),
            TypeKind.Duration when type.Minimum is { } minimum =>
                $".AsDuration({CSharpLiterals.Long(Numbers.Minimum(minimum))})",
            TypeKind.Duration => ".AsDuration()",
            TypeKind.File => Call("AsFile", Count("maximumBytes", type.MaxBytes)),
            TypeKind.Comment => Call(
                "AsComment",
                Count("minLength", type.MinLength),
                Count("maxLength", type.MaxLength)
            ),
            TypeKind.Date =>
                $".AsDate({RuntimeNames.DateEdge}.{type.Edge}, {RuntimeNames.DateDirection}.{type.Direction})",
            TypeKind.Entity => $".AsEntity({RuntimeNames.EntityKind}.{type.Entity})",
            TypeKind.Enum => Call(
                "AsEnum",
                EnumWire.LabelOf(type),
                CSharpLiterals.Strings(type.Values.Select(static v => v.Label))
            ),
            TypeKind.Json when type.Holds == nameof(JsonContent.Any) => ".AsJson()",
            TypeKind.Json => $".AsJson({RuntimeNames.Binding}JsonContent.{type.Holds})",
            TypeKind.Object => $".AsObject({BinderEmitter.NestedMethod(type)})",
            TypeKind.Array => Array(type),
            _ => Call(
                "AsString",
                Count("minLength", type.MinLength),
                Count("maxLength", type.MaxLength),
                type.Format == StringFormat.None ? null : $"format: {RuntimeNames.Binding}StringFormat.{type.Format}"
            ),
        };

    // A list of what has a name and a free value is often sent as one object.
    private static string Map(TypeModel item)
    {
        ArgumentModel[] needed = [.. item.Fields.Where(static field => field.Required)];
        bool isPair =
            needed.Length == 2 && needed[0].Type.Kind == TypeKind.Entity && needed[1].Type.Kind == TypeKind.Json;
        return isPair
            ? Call("FromMap", CSharpLiterals.Strings([needed[0].Name, needed[1].Name, .. needed[0].Aliases]))
            : "";
    }

    private static string Array(TypeModel type)
    {
        TypeModel item = CSharpTypes.Item(type);
        string unfold = type.All is { } all
            ? Call("Unfold", CSharpLiterals.Strings([all, .. item.Values.Select(static v => v.Label)]))
            : "";
        return unfold
            + Map(item)
            + Call(
                CSharpTypes.IsValueType(item) ? "AsValueArray" : "AsArray",
                $"static item => item{Of(item)}",
                Count("minItems", type.MinItems),
                Count("maxItems", type.MaxItems),
                type.UniqueItems ? "uniqueItems: true" : null,
                item.Kind == TypeKind.Enum ? "isSeparable: true" : null
            );
    }

    private static string Call(string method, params string?[] arguments) =>
        $".{method}({string.Join(", ", arguments.Where(static a => a is not null))})";

    private static string? Count(string name, int? value) =>
        value is { } count ? $"{name}: {count.ToString(CultureInfo.InvariantCulture)}" : null;

    private static string? Bound(string name, string? json) =>
        json is null ? null : $"{name}: {CSharpLiterals.Double(json.Trim())}";
}

using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <content>What models are put together from. No field stands here: the order of fields in two files is not defined.</content>
internal static partial class SampleModels
{
    public static TypeModel Text(
        int? maxLength = null,
        StringFormat format = StringFormat.None,
        int? minLength = null
    ) =>
        new()
        {
            Kind = TypeKind.String,
            MinLength = minLength,
            MaxLength = maxLength,
            Format = format,
        };

    public static TypeModel Entity(string kind, params string[] within) =>
        new()
        {
            Kind = TypeKind.Entity,
            Entity = kind,
            Within = new(within),
            IdIsNumber = kind == "Member",
        };

    public static TypeModel Enum(params EnumValueModel[] values) =>
        new() { Kind = TypeKind.Enum, Values = new(values) };

    public static TypeModel Date(string edge = "Start") => new() { Kind = TypeKind.Date, Edge = edge };

    public static TypeModel Of(TypeKind kind) => new() { Kind = kind };

    public static TypeModel ArrayOf(TypeModel items) => new() { Kind = TypeKind.Array, Items = items };

    public static TypeModel Object(string record, params ArgumentModel[] fields) =>
        new()
        {
            Kind = TypeKind.Object,
            Record = record,
            Fields = new(fields),
        };

    public static ArgumentModel Argument(string name, TypeModel type, bool required = false) =>
        new()
        {
            Name = name,
            Type = type,
            Required = required,
            Wire = name,
        };

    public static ArgumentModel Clear(params string[] names) =>
        Argument(
            "clear",
            ArrayOf(Enum([.. names.Select(n => new EnumValueModel(n, $"\"{n}\""))])) with
            {
                UniqueItems = true,
            }
        ) with
        {
            Role = ArgumentRole.Clear,
        };

    public static ArgumentModel[] Output(int limit) =>
        [
            Argument(
                "detail_level",
                Enum(new("names", "\"names\""), new("summary", "\"summary\""), new("full", "\"full\""))
            ) with
            {
                Role = ArgumentRole.DetailLevel,
                Default = "\"summary\"",
            },
            Argument("fields", ArrayOf(Text(50)) with { MaxItems = 30 }) with
            {
                Role = ArgumentRole.Fields,
            },
            Argument("limit", Of(TypeKind.Integer) with { Minimum = "1", Maximum = "100" }) with
            {
                Role = ArgumentRole.Limit,
                Default = $"{limit}",
            },
            Argument("cursor", Text(1000)) with
            {
                Role = ArgumentRole.Cursor,
            },
        ];

    public static BindingModel Bound(string argument, string? property = null) => new(null, argument, property);

    public static BindingModel Constant(string json) => new(json, null, null);

    public static BodyNodeModel Value(string? name, BindingModel value) =>
        new(BodyNodeKind.Value, name, value, default);

    public static BodyNodeModel Node(BodyNodeKind kind, string? name, params BodyNodeModel[] children) =>
        new(kind, name, null, new(children));

    public static BindingModel Item => Bound(BindingModel.Item);

    /// <summary>A template that repeats for each item of a list argument.</summary>
    public static BodyNodeModel Each(string? name, string list, BodyNodeModel template) =>
        new(BodyNodeKind.Each, name, Bound(list), new([template]));
}

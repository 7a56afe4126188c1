using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the template of a body.</summary>
internal sealed class BodyParser(ToolArguments arguments, DiagnosticBag bag)
{
    private const string EachKey = "$each";
    private const string ItemKey = "item";
    private const string WhenKey = "$when";
    private const string ValueKey = "value";
    private const string FlagsKey = "$flags";
    private const string ItemId = BindingModel.Item + "." + BindingModel.IdText;

    private readonly BindingParser _bindings = new(arguments, bag);
    private TypeModel? _item;

    public BodyNodeModel? ParseRoot(JsonValue body)
    {
        if (body.Kind == JsonKind.String)
        {
            return ParseBoundRoot(body);
        }

        if (body.Kind == JsonKind.Array)
        {
            return Parse(body, null);
        }

        return SpecObject.Expect(body, JsonKind.Object, "'body'", bag) ? Parse(body, null) : null;
    }

    private BodyNodeModel? ParseBoundRoot(JsonValue body)
    {
        if (_bindings.Parse(body) is not { } binding)
        {
            return null;
        }

        if (binding.Argument is not { } name)
        {
            bag.Report(Descriptors.WrongJsonType, body, "'body'", "an object or a reference", "a text");
            return null;
        }

        TypeKind kind = arguments.Find(name)!.Type.Kind;
        if (kind != TypeKind.Json)
        {
            bag.Report(Descriptors.BadRootBody, body, name, kind.ToString().ToLowerInvariant());
        }

        return new BodyNodeModel(BodyNodeKind.Value, null, binding, default);
    }

    private BodyNodeModel? Parse(JsonValue value, string? name)
    {
        switch (value.Kind)
        {
            case JsonKind.Object when value.Find(EachKey) is { } list:
                return ParseEach(value, list, name);
            case JsonKind.Object when value.Find(WhenKey) is { } condition:
                return ParseWhen(value, condition, name);
            case JsonKind.Object:
                return new BodyNodeModel(
                    BodyNodeKind.Object,
                    name,
                    null,
                    All(
                        value.Members.Select(member =>
                            member.Name == FlagsKey ? ParseFlags(member.Value) : Parse(member.Value, member.Name)
                        )
                    )
                );
            case JsonKind.Array:
                return new BodyNodeModel(
                    BodyNodeKind.Array,
                    name,
                    null,
                    All(value.Items.Select(item => Parse(item, null)))
                );
            case JsonKind.String when _item is not null && value.Text == BindingModel.Item:
                return Item(name, null);
            case JsonKind.String when _item?.Kind == TypeKind.Entity && value.Text == ItemId:
                return Item(name, BindingModel.IdText);
            default:
                return _bindings.Parse(value) is { } binding
                    ? new BodyNodeModel(BodyNodeKind.Value, name, binding, default)
                    : null;
        }
    }

    // {"$each": "$list", "item": template}: the template once per item of the list, which it calls $item.
    private BodyNodeModel? ParseEach(JsonValue value, JsonValue list, string? name)
    {
        JsonValue? template = value.Find(ItemKey);
        BindingModel? binding = list.Kind == JsonKind.String ? _bindings.Parse(list) : null;
        bool isList =
            binding is { Argument: { } argument, Property: null }
            && arguments.FindBindable(argument)?.Type.Kind == TypeKind.Array;
        if (template is null || !isList || value.Members.Count != 2 || _item is not null)
        {
            bag.Report(Descriptors.BadEach, value);
            return null;
        }

        _item = arguments.FindBindable(binding!.Argument!)!.Type.Items;
        BodyNodeModel? item = Parse(template, null);
        _item = null;
        return item is null ? null : new BodyNodeModel(BodyNodeKind.Each, name, binding, new([item]));
    }

    // {"$when": "$argument", "value": template}: the template, if the argument is given.
    private BodyNodeModel? ParseWhen(JsonValue value, JsonValue condition, string? name)
    {
        JsonValue? template = value.Find(ValueKey);
        BindingModel? binding = condition.Kind == JsonKind.String ? _bindings.Parse(condition) : null;
        if (template is null || binding is not { Argument: not null, Property: null } || value.Members.Count != 2)
        {
            bag.Report(Descriptors.BadBodyWhen, value);
            return null;
        }

        return Parse(template, name) is { } child
            ? new BodyNodeModel(BodyNodeKind.When, name, binding, new([child]))
            : null;
    }

    // {"$flags": "$list"}: a member that is true for each word of the list.
    private BodyNodeModel? ParseFlags(JsonValue list)
    {
        BindingModel? binding = list.Kind == JsonKind.String ? _bindings.Parse(list) : null;
        bool isWords =
            binding is { Argument: { } argument, Property: null }
            && arguments.FindBindable(argument)?.Type.Items is { Kind: TypeKind.Enum } words
            && words.Values.All(static word => word.WireJson.StartsWith("\"", StringComparison.Ordinal));
        if (!isWords)
        {
            bag.Report(Descriptors.BadFlags, list);
            return null;
        }

        return new BodyNodeModel(BodyNodeKind.Flags, null, binding, default);
    }

    private static BodyNodeModel Item(string? name, string? property) =>
        new(BodyNodeKind.Value, name, new BindingModel(null, BindingModel.Item, property), default);

    private static EquatableArray<BodyNodeModel> All(IEnumerable<BodyNodeModel?> nodes) =>
        nodes.OfType<BodyNodeModel>().ToEquatableArray();
}

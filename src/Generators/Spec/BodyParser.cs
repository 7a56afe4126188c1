using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the template of a body.</summary>
internal sealed class BodyParser(ToolArguments arguments, DiagnosticBag bag)
{
    private readonly BindingParser _bindings = new(arguments, bag);

    public BodyNodeModel? ParseRoot(JsonValue body)
    {
        if (body.Kind == JsonKind.String)
        {
            return ParseBoundRoot(body);
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
            case JsonKind.Object:
                return new BodyNodeModel(
                    BodyNodeKind.Object,
                    name,
                    null,
                    All(value.Members.Select(member => Parse(member.Value, member.Name)))
                );
            case JsonKind.Array:
                return new BodyNodeModel(
                    BodyNodeKind.Array,
                    name,
                    null,
                    All(value.Items.Select(item => Parse(item, null)))
                );
            default:
                BindingModel? binding = _bindings.Parse(value);
                if (name is not null && binding is { Argument: { } argument, Property: null })
                {
                    arguments.MarkBodyMember(argument);
                }

                return binding is null ? null : new BodyNodeModel(BodyNodeKind.Value, name, binding, default);
        }
    }

    private static EquatableArray<BodyNodeModel> All(IEnumerable<BodyNodeModel?> nodes) =>
        nodes.OfType<BodyNodeModel>().ToEquatableArray();
}

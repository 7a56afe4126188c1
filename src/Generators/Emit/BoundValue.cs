using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>A value that a request takes from the arguments or the call.</summary>
/// <param name="Type">Its type, from which the conversion to the wire follows.</param>
/// <param name="Expression">The C# expression.</param>
/// <param name="MayBeNull">Whether it may be absent.</param>
/// <param name="KeepsEmpty">Whether a list without items is written as an empty array.</param>
internal readonly record struct BoundValue(TypeModel Type, string Expression, bool MayBeNull, bool KeepsEmpty = false)
{
    private static readonly TypeModel Text = new() { Kind = TypeKind.String };
    private static readonly TypeModel Boolean = new() { Kind = TypeKind.Boolean };

    /// <summary>What a binding means in an operation of <paramref name="tool"/>; null when it names nothing that can be sent.</summary>
    public static BoundValue? Of(ToolModel tool, BindingModel binding)
    {
        if (Bindings.IsWorkspace(binding))
        {
            return Workspace(tool);
        }

        ArgumentModel? argument = tool.Arguments.FirstOrDefault(a => a.Name == binding.Argument);
        if (argument is null || !RecordEmitter.IsProperty(argument.Role))
        {
            return null;
        }

        BoundValue value = OfMember(ArgumentNames.Arguments(tool.Name), "arguments", argument);
        return binding.Property switch
        {
            null => value,
            // Sent only when true: the parameters that go with it are for custom ids alone.
            "isCustomId" when argument.Type.Kind == TypeKind.Entity => new BoundValue(
                Boolean,
                $"{value.Expression} is {{ IsCustomId: true }} ? true : (bool?)null",
                MayBeNull: true
            ),
            "hasTime" when argument.Type.Kind == TypeKind.Date => new BoundValue(
                Boolean,
                $"{value.Expression}{(value.MayBeNull ? "?" : "")}.HasTime",
                value.MayBeNull
            ),
            "iso" when argument.Type.Kind == TypeKind.Date => new BoundValue(
                Text,
                $"{RuntimeNames.Api}ResolvedValue.IsoOf({value.Expression})",
                MayBeNull: true
            ),
            "day" when argument.Type.Kind == TypeKind.Date => new BoundValue(
                Text,
                $"{value.Expression}{(value.MayBeNull ? "?" : "")}.Day",
                value.MayBeNull
            ),
            BindingModel.IdText when argument.Type.Kind == TypeKind.Entity => value.AsIdText(),
            "joined" when argument.Type.Kind == TypeKind.Array => new BoundValue(
                Text,
                $"{RuntimeNames.Api}ClickUpRequestBuilder.Join({value.Expression})",
                MayBeNull: true
            ),
            "orEmpty" when argument.Type.Kind == TypeKind.Array => value with { KeepsEmpty = true },
            "number" when argument.Type.Kind == TypeKind.Entity => value with
            {
                Type = argument.Type with { IdIsNumber = true },
            },
            _ => null,
        };
    }

    /// <summary>The id of this reference as text.</summary>
    public BoundValue AsIdText() => this with { Type = Type with { IdIsNumber = false } };

    /// <summary>A property of a record.</summary>
    public static BoundValue OfMember(string record, string instance, ArgumentModel argument) =>
        new(
            argument.Type,
            $"{instance}.{ArgumentNames.Property(record, argument)}",
            !CSharpTypes.IsAlwaysSet(argument)
        );

    private static BoundValue Workspace(ToolModel tool)
    {
        ArgumentModel? ambient = tool.Arguments.FirstOrDefault(static a => a.Role == ArgumentRole.Workspace);
        return ambient is { Type.IdIsNumber: true }
            ? new BoundValue(
                ambient.Type,
                $"{RuntimeNames.EntityReference}.ForId({RuntimeNames.EntityKind}.Workspace, context.WorkspaceId)",
                MayBeNull: false
            )
            : new BoundValue(Text, "context.WorkspaceId", MayBeNull: false);
    }
}

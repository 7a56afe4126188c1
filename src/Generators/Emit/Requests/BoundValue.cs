using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>A value that a request takes from its parameters.</summary>
/// <param name="Type">Its type, from which the conversion to the wire follows.</param>
/// <param name="Expression">The C# expression.</param>
/// <param name="MayBeNull">Whether it may be absent.</param>
/// <param name="KeepsEmpty">Whether a list without items is written as an empty array.</param>
internal readonly record struct BoundValue(TypeModel Type, string Expression, bool MayBeNull, bool KeepsEmpty = false)
{
    private static readonly TypeModel Text = new() { Kind = TypeKind.String };
    private static readonly TypeModel Boolean = new() { Kind = TypeKind.Boolean };

    /// <summary>The value as builder and body writer take it: the text of an id, the Unix milliseconds of a date.</summary>
    public string Sent =>
        Type.Kind switch
        {
            TypeKind.Entity => Member("Value"),
            TypeKind.Date => Member("UnixMilliseconds"),
            _ => Expression,
        };

    /// <summary>What a binding means in an operation; null when it names nothing that can be sent.</summary>
    public static BoundValue? Of(Operation operation, BindingModel binding)
    {
        if (operation.Find(binding.Argument) is not { } parameter)
        {
            return null;
        }

        TypeModel type = parameter.Argument.Type;
        BoundValue value = new(type, parameter.Name, parameter.MayBeNull);
        return binding.Property switch
        {
            null => value,
            // Sent only when true: the parameters that go with it are for custom ids alone.
            "isCustomId" when type.Kind == TypeKind.Entity => new BoundValue(
                Boolean,
                $"{value.Expression} is {{ IsCustomId: true }} ? true : (bool?)null",
                MayBeNull: true
            ),
            "hasTime" when type.Kind == TypeKind.Date => new(Boolean, value.Member("HasTime"), value.MayBeNull),
            "iso" when type.Kind == TypeKind.Date => new(Text, value.Member("Iso"), value.MayBeNull),
            BindingModel.IdText when type.Kind == TypeKind.Entity => value.AsIdText(),
            "joined" when type.Items is { Kind: TypeKind.Entity } => new BoundValue(
                Text,
                $"{RuntimeNames.RequestBuilder}.Join({value.Expression}, static id => id.Value)",
                MayBeNull: true
            ),
            "day" when type.Kind == TypeKind.Date => new(Text, value.Member("Day"), value.MayBeNull),
            "joined" when type.Kind == TypeKind.Array => new BoundValue(
                Text,
                $"{RuntimeNames.RequestBuilder}.Join({value.Expression})",
                MayBeNull: true
            ),
            "orEmpty" when type.Kind == TypeKind.Array => value with { KeepsEmpty = true },
            "number" when type.Kind == TypeKind.Entity => value with { Type = type with { IdIsNumber = true } },
            _ => null,
        };
    }

    /// <summary>The id of this entity as text.</summary>
    public BoundValue AsIdText() => this with { Type = Type with { IdIsNumber = false } };

    /// <summary>A property of a record.</summary>
    public static BoundValue OfMember(string record, string instance, ArgumentModel argument) =>
        new(
            argument.Type,
            $"{instance}.{ArgumentNames.Property(record, argument)}",
            !CSharpTypes.IsAlwaysSet(argument)
        );

    private string Member(string name) => $"{Expression}{(MayBeNull ? "?" : "")}.{name}";
}

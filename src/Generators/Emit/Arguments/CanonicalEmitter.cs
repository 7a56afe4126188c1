using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the method that writes a record as canonical JSON; what every tool has besides, the runtime writes.</summary>
internal static class CanonicalEmitter
{
    private const string Writer = RuntimeNames.Binding + "CanonicalWriter";

    /// <summary>The interface of records that have the method.</summary>
    public const string Interface = RuntimeNames.Binding + "ICanonicalArguments";

    public static void Emit(SourceWriter writer, string record, IEnumerable<ArgumentModel> arguments)
    {
        using SourceWriter.Block method = writer.Open($"public void WriteTo({Writer} writer)");
        foreach (ArgumentModel argument in arguments)
        {
            string name = CSharpLiterals.String(argument.Name);
            string property = ArgumentNames.Property(record, argument);
            writer.Line(
                argument.Role == ArgumentRole.Clear
                    ? $"writer.WriteSet({name}, {property});"
                    : $"writer.{Call(argument.Type, name, property)};"
            );
        }
    }

    private static string Call(TypeModel type, string name, string value)
    {
        // Items that differ as JSON may still mean the same.
        bool mayRepeat =
            type is { Kind: TypeKind.Array, UniqueItems: true }
            && CSharpTypes.Item(type).Kind is TypeKind.Duration or TypeKind.Date or TypeKind.Entity;
        return CallOf(type, name, mayRepeat ? $"{Writer}.Distinct({value})" : value);
    }

    private static string CallOf(TypeModel type, string name, string value) =>
        type.Kind switch
        {
            TypeKind.Duration => $"WriteDuration({name}, {value})",
            TypeKind.Array when !HasOverload(CSharpTypes.Item(type)) =>
                $"WriteAll({name}, {value}, static (writer, item) => writer.{Call(CSharpTypes.Item(type), "null", "item")})",
            _ => $"Write({name}, {value})",
        };

    private static bool HasOverload(TypeModel item) =>
        item.Kind is TypeKind.String or TypeKind.Text or TypeKind.Enum or TypeKind.Entity or TypeKind.Object;
}

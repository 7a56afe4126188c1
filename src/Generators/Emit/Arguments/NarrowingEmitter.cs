using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the check that what only narrows look-ups had one to narrow, since it would be ignored in silence.</summary>
internal static class NarrowingEmitter
{
    /// <param name="writer">Where to.</param>
    /// <param name="arguments">The arguments of the tool, whose ids are there as locals.</param>
    /// <param name="isSent">Whether a request has something of an argument.</param>
    public static void Emit(
        SourceWriter writer,
        EquatableArray<ArgumentModel> arguments,
        Func<ArgumentModel, bool> isSent
    )
    {
        HashSet<string> containers = new(
            arguments.SelectMany(static a => ResolutionOrder.Outer(a.Type)),
            StringComparer.Ordinal
        );
        foreach (
            ArgumentModel argument in arguments.Where(a =>
                a is { Role: ArgumentRole.Declared, Required: false, Type.Kind: TypeKind.Entity }
                && containers.Contains(a.Name)
                && !isSent(a)
            )
        )
        {
            string name = CSharpLiterals.String(argument.Name);
            writer.Line($"context.CheckNarrowing({name}, {ArgumentNames.Local(argument.Name)});");
        }
    }
}

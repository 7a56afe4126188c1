using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the interface by which hand-written code reads a set's arguments, whichever tool took them.</summary>
internal static class ArgumentSetEmitter
{
    /// <summary>The interface's simple name.</summary>
    public static string Name(string set) => "I" + CSharpNames.Pascal(set);

    public static string Emit(ArgumentSetModel set)
    {
        SourceWriter writer = SourceWriter.ForFile();
        writer.Line($"/// <summary>The arguments of the set <c>{set.Name}</c> with ids and instants.</summary>");
        using (writer.Open($"internal interface {Name(set.Name)}"))
        {
            foreach (ArgumentModel argument in set.Arguments)
            {
                string optional = CSharpTypes.IsAlwaysSet(argument) ? "" : "?";
                writer.Line(
                    $"{ResolvedTypes.Of(argument.Type)}{optional} {CSharpNames.Pascal(argument.Name)} {{ get; }}"
                );
            }
        }

        return writer.ToString();
    }
}

using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what a body says of an argument that is to be emptied.</summary>
internal static class ClearedEmitter
{
    /// <param name="writer">Where to.</param>
    /// <param name="name">The literal of the member that the argument is bound to.</param>
    /// <param name="argument">The argument.</param>
    public static void Emit(SourceWriter writer, string name, ArgumentModel argument)
    {
        if (argument.Cleared.Count == 0)
        {
            writer.Line($"body.Null({name});");
        }

        foreach (ClearedModel cleared in argument.Cleared)
        {
            string member = cleared.Member is { } other ? CSharpLiterals.String(other) : name;
            writer.Line($"body.Constant({member}, {CSharpLiterals.String(cleared.Json)});");
        }
    }
}

using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits how operations that write are undone.</summary>
internal static class UndoEmitter
{
    public static void Emit(SourceWriter writer, EquatableArray<UndoModel> rules)
    {
        writer.Line(XmlDoc.Summary("How an operation is undone, as JSON; null where the spec does not say."));
        using (writer.Open("public static string? Undo(string operation) => operation switch", "};"))
        {
            foreach (UndoModel rule in rules)
            {
                writer.Line($"{CSharpLiterals.String(rule.Operation)} => {CSharpLiterals.String(rule.Json)},");
            }

            writer.Line("_ => null,");
        }

        writer.Line();
    }
}

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what the spec says of operations that write, a text for each.</summary>
internal static class OperationTextEmitter
{
    /// <param name="writer">Takes the method.</param>
    /// <param name="name">What the method is called.</param>
    /// <param name="summary">What it gives.</param>
    /// <param name="texts">The operations with their texts.</param>
    public static void Emit(
        SourceWriter writer,
        string name,
        string summary,
        IEnumerable<(string Operation, string Text)> texts
    )
    {
        writer.Line(XmlDoc.Summary(summary));
        using (writer.Open($"public static string? {name}(string operation) => operation switch", "};"))
        {
            foreach ((string operation, string text) in texts)
            {
                writer.Line($"{CSharpLiterals.String(operation)} => {CSharpLiterals.String(text)},");
            }

            writer.Line("_ => null,");
        }

        writer.Line();
    }
}

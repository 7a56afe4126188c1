using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the prompts, which the server builds when they are first asked for.</summary>
internal static class PromptEmitter
{
    private const string Catalog = RuntimeNames.Tools + "Catalog.";

    public static string Emit(EquatableArray<PromptModel> prompts)
    {
        SourceWriter writer = SourceWriter.ForFile();
        using (writer.Open("internal static partial class ToolCatalog"))
        {
            writer.Line(XmlDoc.Summary("Texts to start a piece of work with, by name."));
            writer.Line($"public static {Catalog}PromptDefinition[] Prompts() =>");
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (PromptModel prompt in prompts)
                {
                    Emit(writer, prompt);
                }
            }

            writer.Line("];");
        }

        return writer.ToString();
    }

    private static void Emit(SourceWriter writer, PromptModel prompt)
    {
        writer.Line($"new {Catalog}PromptDefinition(");
        using (writer.Indent())
        {
            writer.Line($"{CSharpLiterals.Strings([prompt.Name, prompt.Title, prompt.Description])},");
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (PromptArgumentModel argument in prompt.Arguments)
                {
                    string kinds = string.Join(
                        ", ",
                        argument.Kinds.Select(static kind => $"{RuntimeNames.EntityKind}.{kind}")
                    );
                    string fallback = argument.Default is { } text ? CSharpLiterals.String(text) : "null";
                    writer.Line(
                        $"new({CSharpLiterals.Strings([argument.Name, argument.Description])}, [{kinds}], [{CSharpLiterals.Strings(argument.Values)}], {fallback}),"
                    );
                }
            }

            writer.Line("],");
            writer.Line($"[{CSharpLiterals.Strings(prompt.Tools)}],");
            writer.Line(CSharpLiterals.String(prompt.Text));
        }

        writer.Line("),");
    }
}

using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the prompts, which the server builds when they are first asked for.</summary>
internal static class PromptEmitter
{
    private const string Catalog = RuntimeNames.Tools + "Catalog.";

    /// <param name="prompts">The prompts.</param>
    /// <param name="tools">The names of the listed tools by index.</param>
    public static string Emit(EquatableArray<PromptModel> prompts, List<string> tools)
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
                    Emit(writer, prompt, tools);
                }
            }

            writer.Line("];");
        }

        return writer.ToString();
    }

    private static void Emit(SourceWriter writer, PromptModel prompt, List<string> tools)
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
            IEnumerable<string> indexes = prompt.Tools.Select(tool => CSharpLiterals.Integer(tools.IndexOf(tool)));
            writer.Line($"[{string.Join(", ", indexes)}],");
            writer.Line($"{CSharpLiterals.String(prompt.Text)},");
            writer.Line($"{CSharpLiterals.Utf8Json(Listed(prompt))}.ToArray()");
        }

        writer.Line("),");
    }

    /// <summary>The entry of <c>prompts/list</c>.</summary>
    private static string Listed(PromptModel prompt)
    {
        JsonText json = new JsonText().BeginObject().Name("name").String(prompt.Name);
        json.Name("title").String(prompt.Title).Name("description").String(prompt.Description);
        if (prompt.Arguments.Count > 0)
        {
            json.Name("arguments").BeginArray();
            foreach (PromptArgumentModel argument in prompt.Arguments)
            {
                json.BeginObject().Name("name").String(argument.Name);
                json.Name("description").String(argument.Description);
                if (argument.Default is null)
                {
                    json.Name("required").Boolean(true);
                }

                json.EndObject();
            }

            json.EndArray();
        }

        return json.EndObject().ToString();
    }
}

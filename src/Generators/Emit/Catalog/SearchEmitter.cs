using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the search vocabulary, which the server builds at the first search.</summary>
internal static class SearchEmitter
{
    private const string Search = "global::ClickUpMcp.Tools.Catalog.";

    public static string Emit(SearchModel search)
    {
        SourceWriter writer = SourceWriter.ForFile();
        using (writer.Open("internal static partial class ToolCatalog"))
        {
            writer.Line(XmlDoc.Summary("What people say when they search tools."));
            writer.Line($"public static {Search}SearchWords SearchWords() => new(");
            using (writer.Indent())
            {
                writer.Line($"[{CSharpLiterals.Strings(search.Fillers)}],");
                EmitList(writer, search.Synonyms, group => $"[{CSharpLiterals.Strings(group)}]", end: ",");
                EmitList(
                    writer,
                    search.Intents,
                    intent =>
                        $"new {Search}SearchIntent({CSharpLiterals.String(intent.Name)}, [{CSharpLiterals.Strings(intent.Words)}])",
                    end: ","
                );
                EmitList(
                    writer,
                    search.Limits,
                    limit =>
                        $"new {Search}SearchLimit({CSharpLiterals.Strings([limit.Wish, limit.Reason])}, [{CSharpLiterals.Strings(limit.Keywords)}])",
                    end: ""
                );
            }

            writer.Line(");");
        }

        return writer.ToString();
    }

    private static void EmitList<T>(SourceWriter writer, IEnumerable<T> items, Func<T, string> emit, string end)
    {
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (T item in items)
            {
                writer.Line($"{emit(item)},");
            }
        }

        writer.Line($"]{end}");
    }
}

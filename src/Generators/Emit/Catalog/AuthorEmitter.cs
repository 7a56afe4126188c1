using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits where things show who wrote them.</summary>
internal static class AuthorEmitter
{
    private const string Rule = RuntimeNames.Projection + "AuthorRule";

    public static string Of(AuthorModel author) =>
        $"new {Rule}([{CSharpLiterals.Strings(author.By)}], [{CSharpLiterals.Strings(author.Names)}], [{CSharpLiterals.Strings(author.Texts)}])";

    public static void Emit(SourceWriter writer, EquatableArray<AuthorModel> authors)
    {
        writer.Line(XmlDoc.Summary("Where things show who wrote them, whatever shows them; made anew."));
        writer.Line($"public static {Rule}[] Authors() => [{string.Join(", ", authors.Select(Of))}];");
        writer.Line();
    }
}

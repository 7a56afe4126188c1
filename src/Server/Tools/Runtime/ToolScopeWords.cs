namespace ClickUpMcp.Tools.Runtime;

/// <summary>Spells sets of scopes, for what is said over HTTP.</summary>
internal static class ToolScopeWords
{
    private static readonly string[] Words = ["read", "write", "delete", "admin"];

    /// <summary>The set that these words spell; unknown ones add nothing.</summary>
    public static ToolScopes Parse(IEnumerable<string> words)
    {
        ToolScopes scopes = ToolScopes.None;
        foreach (string word in words)
        {
            int place = Array.IndexOf(Words, word);
            scopes |= place < 0 ? ToolScopes.None : (ToolScopes)(1 << place);
        }

        return scopes;
    }

    /// <summary>The words of a set, from the least to the most.</summary>
    public static IEnumerable<string> ToWords(this ToolScopes scopes) =>
        Words.Where((_, place) => ((int)scopes >> place & 1) != 0);
}

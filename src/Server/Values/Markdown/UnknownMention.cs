namespace ClickUpMcp.Values;

/// <summary>Keeps the words after an <c>@</c> that mention nobody, so that the caller can be told.</summary>
internal static class UnknownMention
{
    private const int MostShown = 40;
    private const int MostKept = 5;

    /// <summary>Adds the word at this place, unless it is known or there are many.</summary>
    public static void Remember(List<string> unknown, string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && end - at < MostShown && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        string word = text[at..end].TrimEnd('.', ',', ';', ':', '!', '?', ')', '*', '_', '"', '\'');
        if (unknown.Count < MostKept && !unknown.Contains(word))
        {
            unknown.Add(word);
        }
    }
}

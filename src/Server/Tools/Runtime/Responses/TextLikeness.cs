namespace ClickUpMcp.Tools.Runtime;

/// <summary>Tells whether a long text is the one that was sent, of which formatting does not survive word for word.</summary>
internal static class TextLikeness
{
    private const int ShortestWord = 2;
    private const double EnoughWords = 0.9;

    /// <summary>Whether nearly all words of the text that was sent are in the one that is shown.</summary>
    public static bool IsLike(string shown, string sent)
    {
        string letters = Letters(shown);
        string[] words = [.. Words(sent).Select(Letters).Distinct()];
        return words.Length == 0
            ? letters.Length > 0 || Letters(sent).Length == 0
            : words.Count(word => letters.Contains(word, StringComparison.Ordinal)) >= words.Length * EnoughWords;
    }

    // Where links lead, and what pictures and signs are called, is not part of what people read.
    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int target = text.IndexOf("](", start, StringComparison.Ordinal);
            int end = target < 0 ? -1 : text.IndexOf(')', target);
            foreach (string word in Split(text[start..(end < 0 ? text.Length : target)]))
            {
                yield return word;
            }

            start = end < 0 ? text.Length : end + 1;
        }
    }

    private static IEnumerable<string> Split(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => !word.Contains("://", StringComparison.Ordinal) && !word.StartsWith(':'))
            .Where(static word => word.Count(char.IsLetterOrDigit) >= ShortestWord);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

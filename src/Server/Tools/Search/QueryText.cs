namespace ClickUpMcp.Tools.Search;

/// <summary>Leaves out of a query what it only passes on: quoted texts, and what comes after a colon.</summary>
internal static class QueryText
{
    // So many words must be left, or what was left out was meant.
    private const int LeastWords = 2;

    public static string WithoutContent(string text)
    {
        string unquoted = string.Concat(Unquoted(text));
        string rest = IsEnough(unquoted) ? unquoted : text;
        int colon = rest.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && IsEnough(rest[..colon]) ? rest[..colon] : rest;
    }

    private static bool IsEnough(string text) => WordReader.Split(text).Count >= LeastWords;

    private static IEnumerable<string> Unquoted(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int open = text.AsSpan(start).IndexOfAny('"', '“');
            int close = open < 0 ? -1 : text.AsSpan(start + open + 1).IndexOfAny('"', '”');
            if (close < 0)
            {
                break;
            }

            yield return text[start..(start + open)] + " ";
            start += open + close + 2;
        }

        yield return text[start..];
    }
}

using System.Buffers;
using System.Text;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Tells whether a long text is the one that was sent, but for what the API does not keep of it.</summary>
/// <remarks>
/// The API turns Markdown into its own blocks and back. What may differ: signs and white space (Markdown's, escapes, quotation marks),
/// the case of letters, where links lead, addresses, emoji codes, the numbers of lists, the boxes of tasks, the language of a block of
/// code, and entities of HTML. All other letters and figures must be there in their order; older text may stand around them.
/// </remarks>
internal static class TextLikeness
{
    /// <summary>Stands in a text for something that has none, as the mention of a person.</summary>
    public const char Object = '\uFFFC';

    private const int LongestEntity = 10;
    private const int LongestEmojiCode = 40;

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t()[]>\"");

    /// <summary>Whether the text that is shown has the one that was sent.</summary>
    public static bool IsLike(string shown, string sent)
    {
        string letters = Letters(shown);
        string[] wanted = Letters(sent).Split(Object, StringSplitOptions.RemoveEmptyEntries);
        int position = 0;
        foreach (string part in wanted)
        {
            int at = letters.IndexOf(part, position, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            position = at + part.Length;
        }

        // Of a text without letters, only that there is something can be seen.
        return wanted.Length > 0 || letters.Length > 0 || !sent.Any(char.IsLetterOrDigit);
    }

    private static string Letters(string text)
    {
        StringBuilder letters = new();
        foreach (string line in text.Split('\n'))
        {
            Append(letters, line);
        }

        return letters.ToString();
    }

    private static void Append(StringBuilder letters, string line)
    {
        ReadOnlySpan<char> content = line.AsSpan().TrimStart(" \t>");
        if (content.StartsWith("```") || content.StartsWith("~~~"))
        {
            return;
        }

        for (int i = line.Length - WithoutMark(content).Length; i < line.Length; )
        {
            int skipped = Skipped(line, i);
            if (skipped == 0 && (char.IsLetterOrDigit(line[i]) || line[i] == Object))
            {
                letters.Append(char.ToUpperInvariant(line[i]));
            }

            i += Math.Max(1, skipped);
        }
    }

    /// <summary>A line without the number of a list's item, or the box of a task.</summary>
    private static ReadOnlySpan<char> WithoutMark(ReadOnlySpan<char> line)
    {
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        bool isNumbered =
            digits > 0 && digits + 1 < line.Length && line[digits] is '.' or ')' && char.IsWhiteSpace(line[digits + 1]);
        ReadOnlySpan<char> item = isNumbered ? line[(digits + 1)..] : line;
        ReadOnlySpan<char> box = item.TrimStart(" \t-*+");
        return box.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase) ? box[4..] : item;
    }

    /// <summary>How many characters from here on the API does not keep.</summary>
    private static int Skipped(string line, int start)
    {
        ReadOnlySpan<char> rest = line.AsSpan(start);
        if (rest.StartsWith("]("))
        {
            return rest.IndexOf(')') + 1;
        }

        bool isStart = start == 0 || !char.IsLetterOrDigit(line[start - 1]);
        if (isStart && rest[0] == ':')
        {
            return LengthOf(rest, ':', LongestEmojiCode, "_+-");
        }

        if (rest[0] == '&')
        {
            return LengthOf(rest, ';', LongestEntity, "#");
        }

        int end = rest.IndexOfAny(AddressEnds);
        ReadOnlySpan<char> word = end < 0 ? rest : rest[..end];
        return isStart && word.Contains("://", StringComparison.Ordinal) ? word.Length : 0;
    }

    /// <summary>The length of a code of letters, figures and some signs up to its closing sign; 0 when it is none.</summary>
    private static int LengthOf(ReadOnlySpan<char> text, char close, int longest, string signs)
    {
        for (int i = 1; i < Math.Min(text.Length, longest); i++)
        {
            if (text[i] == close)
            {
                return i > 1 ? i + 1 : 0;
            }

            if (!char.IsLetterOrDigit(text[i]) && !signs.Contains(text[i], StringComparison.Ordinal))
            {
                return 0;
            }
        }

        return 0;
    }
}

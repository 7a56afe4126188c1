using System.Globalization;

namespace ClickUpMcp.Values;

/// <summary>Finds whom an <c>@</c> in a text means, with as many of the words behind it as name one person.</summary>
/// <param name="find">The one person whom a name means; whether it must be the whole name.</param>
internal sealed class MentionTable(Func<string, bool, long?> find)
{
    private const int MostWords = 5;

    private readonly Dictionary<(string Name, bool IsWhole), long?> _found = [];

    /// <summary>Nobody can be mentioned.</summary>
    public static MentionTable Empty => new(static (_, _) => null);

    /// <summary>Whether the text has a sign that could start a mention; the one inside an e-mail address does not.</summary>
    public static bool MayMention(string text)
    {
        for (int at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (IsStart(text, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sign at this place could start a mention.</summary>
    public static bool IsStart(string text, int at) =>
        text[at] == '@'
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && at + 1 < text.Length
        && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] == '[');

    /// <summary>The one person meant, and where the mention ends; null when it is nobody, or more than one.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="at">Where the sign stands.</param>
    public (long Id, int End)? Find(string text, int at)
    {
        if (text[at + 1] == '[')
        {
            int close = text.IndexOf(']', at);
            return close > 0 && Who(text[(at + 2)..close], isWhole: false) is { } bracketed
                ? (bracketed, close + 1)
                : null;
        }

        List<int> ends = EndsOf(text, at + 1);
        for (int i = ends.Count - 1; i >= 0; i--)
        {
            if (Who(text[(at + 1)..ends[i]], isWhole: true) is { } named)
            {
                return (named, ends[i]);
            }
        }

        // A first or last name ends with its word, at the latest before what a sentence puts behind it.
        return ends.Count > 0 && Who(text[(at + 1)..ends[0]], isWhole: false) is { } part ? (part, ends[0]) : null;
    }

    private long? Who(string name, bool isWhole)
    {
        if (!_found.TryGetValue((name, isWhole), out long? id))
        {
            id = find(name, isWhole);
            _found.Add((name, isWhole), id);
        }

        return id;
    }

    // Where a name may end: behind each of the next words.
    private static List<int> EndsOf(string text, int start)
    {
        List<int> ends = [];
        int at = start;
        for (int words = 0; words < MostWords && at < text.Length; words++)
        {
            int end = at;
            while (end < text.Length && IsOfName(text[end]))
            {
                end++;
            }

            int bare = end;
            while (bare > at && !char.IsLetterOrDigit(text[bare - 1]))
            {
                bare--;
            }

            if (bare > at)
            {
                ends.Add(bare);
            }

            at = end;
            while (at < text.Length && (text[at] is ' ' or '\u00A0'))
            {
                at++;
            }

            if (at == end)
            {
                break;
            }
        }

        return ends;
    }

    private static bool IsOfName(char character) =>
        char.IsLetterOrDigit(character)
        || character is '.' or '-' or '_' or '\'' or '’' or '@' or '+'
        || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}

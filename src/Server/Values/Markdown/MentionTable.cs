namespace ClickUpMcp.Values;

/// <summary>Finds whom an <c>@</c> in a text means: a whole name or an e-mail address of exactly one person.</summary>
internal sealed class MentionTable(IReadOnlyList<Mentionable> people)
{
    /// <summary>Nobody can be mentioned.</summary>
    public static MentionTable Empty { get; } = new([]);

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
        bool isBracketed = text[at + 1] == '[';
        int start = at + (isBracketed ? 2 : 1);
        int longest = 0;
        long? found = null;
        foreach (Mentionable person in people)
        {
            int length = Math.Max(
                Matching(text, start, person.Name, isBracketed),
                Matching(text, start, person.Email, isBracketed)
            );
            if (length > longest)
            {
                (longest, found) = (length, person.Id);
            }
            else if (length > 0 && length == longest && found != person.Id)
            {
                found = null;
            }
        }

        return found is { } id ? (id, start + longest + (isBracketed ? 1 : 0)) : null;
    }

    // The name must end where it ends: "Ann" is not in "@Anna".
    private static int Matching(string text, int start, string name, bool isBracketed)
    {
        int end = start + name.Length;
        if (
            name.Length == 0
            || end > text.Length
            || !text.AsSpan(start, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
        )
        {
            return 0;
        }

        bool isWhole = isBracketed
            ? end < text.Length && text[end] == ']'
            : end == text.Length || !char.IsLetterOrDigit(text[end]);
        return isWhole ? name.Length : 0;
    }
}

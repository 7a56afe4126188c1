using System.Text;

namespace ClickUpMcp.Projection;

/// <summary>Removes from user-authored text what a person would not see but a model would read.</summary>
/// <remarks>
/// Tag characters, bidirectional controls, zero-width and other invisible characters, orphan variation selectors, control characters,
/// and HTML comments. Emoji sequences and ideographic variants stay whole. Cleaning twice changes nothing more.
/// </remarks>
internal static class OutputSanitizer
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    /// <summary>The text without hidden content.</summary>
    public static string Clean(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        StringBuilder output = new(text.Length);
        int comment = -1;
        bool hasPendingJoiner = false;
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == InvisibleText.ZeroWidthJoiner)
            {
                hasPendingJoiner = EmojiText.IsAtEnd(output);
                continue;
            }

            if (InvisibleText.IsInvisible(rune) || (InvisibleText.IsVariationSelector(rune) && !Fits(output, rune)))
            {
                continue;
            }

            if (hasPendingJoiner && EmojiText.IsEmoji(rune))
            {
                output.Append((char)InvisibleText.ZeroWidthJoiner);
            }

            hasPendingJoiner = false;
            output.Append(rune.ToString());
            comment = TrackComment(output, comment);
        }

        // A comment without an end hides all that follows it.
        output.Length = comment >= 0 ? comment : output.Length;
        return output.ToString();
    }

    /// <summary>The text cleaned and on one line, runs of white space being one space.</summary>
    public static string CleanLine(string text) =>
        string.Join(' ', Clean(text).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    // Looks only at the end of the output, so that a comment formed by removing another is found too, in linear time.
    private static int TrackComment(StringBuilder output, int comment)
    {
        if (comment < 0)
        {
            return EndsWith(output, CommentStart) ? output.Length - CommentStart.Length : -1;
        }

        if (!EndsWith(output, CommentEnd))
        {
            return comment;
        }

        output.Length = comment;
        return -1;
    }

    private static bool EndsWith(StringBuilder output, string end)
    {
        if (output.Length < end.Length)
        {
            return false;
        }

        for (int i = 0; i < end.Length; i++)
        {
            if (output[output.Length - end.Length + i] != end[i])
            {
                return false;
            }
        }

        return true;
    }

    // One selector after something visible; a run of them can spell out hidden bytes.
    private static bool Fits(StringBuilder output, Rune selector)
    {
        if (output.Length == 0 || EmojiText.Last(output) is not { } last)
        {
            return false;
        }

        return InvisibleText.IsIdeographicSelector(selector)
            ? InvisibleText.IsIdeograph(last)
            : !Rune.IsWhiteSpace(last) && !InvisibleText.IsVariationSelector(last);
    }

    // Printable ASCII without "<!--" is most text, and needs no work.
    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains(CommentStart, StringComparison.Ordinal);
}

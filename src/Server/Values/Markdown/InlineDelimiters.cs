namespace ClickUpMcp.Values;

/// <summary>Where marks within a line of Markdown open and close.</summary>
internal static class InlineDelimiters
{
    /// <summary>Whether a run can open a mark: text follows, and an underscore is not within a word.</summary>
    public static bool Opens(string text, int at, int length) =>
        at + length < text.Length
        && !char.IsWhiteSpace(text[at + length])
        && (text[at] != '_' || at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    /// <summary>Where a mark closes; a run of just the right length before a longer one; -1 when it does not.</summary>
    public static int FindMark(string text, string delimiter, int from)
    {
        int longer = -1;
        for (int at = from; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
                continue;
            }

            if (text[at] == '`')
            {
                at = AfterCode(text, at) - 1;
                continue;
            }

            if (text[at] != delimiter[0])
            {
                continue;
            }

            int length = RunAt(text, at);
            if (at > from && length >= delimiter.Length && Closes(text, at, length))
            {
                if (length == delimiter.Length)
                {
                    return at;
                }

                longer = longer < 0 ? at + length - delimiter.Length : longer;
            }

            at += length - 1;
        }

        return longer;
    }

    /// <summary>Where code closes: at the next run of as many backticks; -1 when there is none.</summary>
    public static int FindCode(string text, string fence, int from)
    {
        for (int at = text.IndexOf('`', from); at >= 0; at = at < text.Length ? text.IndexOf('`', at) : -1)
        {
            int length = RunAt(text, at);
            if (length == fence.Length)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    /// <summary>Code without the one space on either side that keeps backticks apart.</summary>
    public static string CodeText(string code) =>
        code.Length > 2 && code.StartsWith(' ') && code.EndsWith(' ') && !string.IsNullOrWhiteSpace(code)
            ? code[1..^1]
            : code;

    /// <summary>The link whose label starts at this bracket; null when there is none.</summary>
    public static (int LabelEnd, string Target, int End)? FindLink(string text, int bracket)
    {
        if (bracket >= text.Length || text[bracket] != '[')
        {
            return null;
        }

        int close = text.IndexOf(']', bracket);
        if (close < 0 || close + 1 >= text.Length || text[close + 1] != '(')
        {
            return null;
        }

        int depth = 0;
        for (int at = close + 1; at < text.Length && !char.IsControl(text[at]); at++)
        {
            depth += text[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                // A title may follow the address.
                string target = text[(close + 2)..at].Trim().Split(' ', 2)[0].Trim('<', '>');
                return (close, target, at + 1);
            }
        }

        return null;
    }

    private static bool Closes(string text, int at, int length)
    {
        bool isAfterText = !char.IsWhiteSpace(text[at - 1]);
        int after = at + length;
        return isAfterText && (text[at] != '_' || after == text.Length || !char.IsLetterOrDigit(text[after]));
    }

    private static int AfterCode(string text, int at)
    {
        int length = RunAt(text, at);
        int close = FindCode(text, text.Substring(at, length), at + length);
        return close < 0 ? at + length : close + length;
    }

    private static int RunAt(string text, int at)
    {
        int length = text.AsSpan(at).IndexOfAnyExcept(text[at]);
        return length < 0 ? text.Length - at : length;
    }
}

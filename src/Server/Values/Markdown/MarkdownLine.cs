namespace ClickUpMcp.Values;

/// <summary>One line of Markdown: what it is, and its text without the signs that say so.</summary>
/// <param name="Kind">Whether it is a list item.</param>
/// <param name="Text">The rest.</param>
/// <param name="Column">How far its first sign is set in.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
internal readonly record struct MarkdownLine(LineKind Kind, string Text, int Column, bool IsHeading)
{
    private const int MaximumQuotes = 4;
    private const int MaximumHeading = 6;
    private const int MaximumNumber = 9;

    /// <summary>Reads a line that is outside code.</summary>
    public static MarkdownLine Read(string line)
    {
        string text = line.TrimStart(' ', '\t');
        int column = ColumnOf(line.AsSpan(0, line.Length - text.Length));
        if (HeadingTextOf(text) is { } heading)
        {
            return new MarkdownLine(LineKind.Paragraph, heading, column, IsHeading: true);
        }

        int marker = IsRule(text) ? 0 : MarkerLengthOf(text);
        if (marker == 0)
        {
            return new MarkdownLine(LineKind.Paragraph, text, column, IsHeading: false);
        }

        string item = text[marker..].TrimStart();
        LineKind kind = char.IsAsciiDigit(text[0]) ? LineKind.Ordered : LineKind.Bullet;
        if (item is ['[', ' ' or 'x' or 'X', ']', ' ', ..])
        {
            kind = item[1] == ' ' ? LineKind.Unchecked : LineKind.Checked;
            item = item[4..].TrimStart();
        }

        return new MarkdownLine(kind, item, column, IsHeading: false);
    }

    /// <summary>How many quotation signs a line starts with, and the rest of it.</summary>
    public static (int Quotes, string Text) Unquote(string line)
    {
        int quotes = 0;
        string rest = line;
        while (quotes < MaximumQuotes && rest.TrimStart(' ') is ['>', .. string quoted])
        {
            quotes++;
            rest = quoted.StartsWith(' ') ? quoted[1..] : quoted;
        }

        return (quotes, rest);
    }

    /// <summary>The fence that opens code in this line; null when none does.</summary>
    public static string? FenceOf(string line)
    {
        string text = line.Trim();
        char sign = text.Length > 0 ? text[0] : ' ';
        if (sign is not ('`' or '~'))
        {
            return null;
        }

        int length = text.AsSpan().IndexOfAnyExcept(sign);
        length = length < 0 ? text.Length : length;
        // ```code``` on one line is code within a line.
        return length >= 3 && !text.AsSpan(length).Contains('`') ? text[..length] : null;
    }

    /// <summary>Whether the line closes code that the fence opened.</summary>
    public static bool Closes(string line, string fence)
    {
        string text = line.Trim();
        return text.Length >= fence.Length && !text.AsSpan().ContainsAnyExcept(fence[0]);
    }

    private static int ColumnOf(ReadOnlySpan<char> space)
    {
        int column = 0;
        foreach (char c in space)
        {
            column = c == '\t' ? (column / 4 * 4) + 4 : column + 1;
        }

        return column;
    }

    private static string? HeadingTextOf(string text)
    {
        int level = text.AsSpan().IndexOfAnyExcept('#');
        return level is > 0 and <= MaximumHeading && text[level] == ' '
            ? text[level..].TrimEnd('#', ' ').TrimStart()
            : null;
    }

    private static int MarkerLengthOf(string text)
    {
        if (text is ['-' or '*' or '+', ' ', ..])
        {
            return 2;
        }

        int digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        bool isNumber = digits is > 0 and <= MaximumNumber && text.AsSpan(digits) is ['.' or ')', ' ', ..];
        return isNumber ? digits + 2 : 0;
    }

    private static bool IsRule(string text)
    {
        string signs = text.Replace(" ", string.Empty, StringComparison.Ordinal);
        return signs.Length >= 3 && signs[0] is '-' or '*' or '_' && !signs.AsSpan().ContainsAnyExcept(signs[0]);
    }
}

namespace ClickUpMcp.Values;

/// <summary>How a line of Markdown begins: its quotation marks, the column of its text, and a list item's sign.</summary>
/// <param name="Quotes">How many quotation marks.</param>
/// <param name="Column">Where the text begins.</param>
/// <param name="Marker">The length of an item's sign with the space behind it; 0 without one.</param>
/// <param name="Number">The number of an item of an ordered list; -1 for others.</param>
internal readonly record struct SourceLine(int Quotes, int Column, int Marker, int Number)
{
    private const int MaximumNumber = 9;

    /// <summary>Whether there is nothing but white space and quotation marks.</summary>
    public static bool IsBlank(string line) => !line.AsSpan().ContainsAnyExcept(" \t>");

    /// <summary>Reads the beginning of a line.</summary>
    public static SourceLine Read(string line)
    {
        int quotes = 0;
        int column = 0;
        int at = 0;
        for (; at < line.Length && line[at] is ' ' or '\t' or '>'; at++)
        {
            quotes += line[at] == '>' ? 1 : 0;
            column = line[at] == '\t' ? (column / 4 * 4) + 4 : column + 1;
        }

        ReadOnlySpan<char> text = line.AsSpan(at);
        if (text is ['-' or '*' or '+', ' ', ..])
        {
            return new SourceLine(quotes, column, 2, Number: -1);
        }

        int digits = text.IndexOfAnyExceptInRange('0', '9');
        bool isNumber = digits is > 0 and <= MaximumNumber && text[digits..] is ['.' or ')', ' ', ..] or ['.' or ')'];
        return isNumber
            ? new SourceLine(
                quotes,
                column,
                Math.Min(digits + 2, text.Length),
                int.Parse(text[..digits], provider: null)
            )
            : new SourceLine(quotes, column, 0, Number: -1);
    }
}

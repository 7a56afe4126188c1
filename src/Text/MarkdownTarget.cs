namespace ClickUpMcp.Text;

/// <summary>Where a Markdown link or a link definition leads, without its title, which nobody sees.</summary>
/// <param name="Address">What it leads to, without angle brackets.</param>
/// <param name="Length">Characters that it takes, with its title.</param>
internal readonly record struct MarkdownTarget(string Address, int Length)
{
    // An address that is longer, with its title, is text.
    private const int Longest = 4096;

    // As many as https://spec.commonmark.org allows readers to stop at.
    private const int MostOpen = 32;

    /// <summary>Reads the target that a text begins with, up to the end of the line or to <paramref name="end"/>.</summary>
    /// <param name="text">What follows the opening parenthesis or the colon.</param>
    /// <param name="end">A closing parenthesis, or a line break for a definition.</param>
    /// <param name="target">Its length includes the end of a link, and not that of a line.</param>
    public static bool TryRead(ReadOnlySpan<char> text, char end, out MarkdownTarget target)
    {
        target = default;
        ReadOnlySpan<char> rest = text[..Math.Min(text.Length, Longest)];
        int at = Blanks(rest, 0);
        int start = at;
        at = rest[at..].StartsWith("<") ? AfterBrackets(rest, at) : AfterAddress(rest, at, end);
        if (at < 0)
        {
            return false;
        }

        string address = rest[start..at].Trim("<>").ToString();
        at = AfterTitle(rest, Blanks(rest, at), out bool hasTitle);
        at = Blanks(rest, at);
        if (end == '\n' ? at < rest.Length && rest[at] != '\n' : at >= rest.Length || rest[at] != end)
        {
            return false;
        }

        target = new MarkdownTarget(address, end == '\n' ? at : at + 1) { HasTitle = hasTitle };
        return true;
    }

    /// <summary>Whether a title came with it.</summary>
    public bool HasTitle { get; private init; }

    private static int Blanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private static int AfterBrackets(ReadOnlySpan<char> text, int at)
    {
        int length = text[at..].IndexOfAny('>', '\n');
        return length < 0 || text[at + length] != '>' ? -1 : at + length + 1;
    }

    private static int AfterAddress(ReadOnlySpan<char> text, int at, char end)
    {
        int open = 0;
        for (; at < text.Length && text[at] is not (' ' or '\t' or '\n'); at++)
        {
            open += text[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (open < 0 && end == ')')
            {
                break;
            }

            if (open > MostOpen)
            {
                return -1;
            }
        }

        return at;
    }

    // A title may stand on the next line, where it is as invisible.
    private static int AfterTitle(ReadOnlySpan<char> text, int at, out bool hasTitle)
    {
        hasTitle = false;
        int start = at < text.Length && text[at] == '\n' ? Blanks(text, at + 1) : at;
        if (start >= text.Length || Closing(text[start]) is not { } closing)
        {
            return at;
        }

        int length = text[(start + 1)..].IndexOf(closing);
        int after = start + length + 2;
        if (length < 0 || (start > at && Blanks(text, after) is var end && end < text.Length && text[end] != '\n'))
        {
            return at;
        }

        hasTitle = true;
        return after;
    }

    private static char? Closing(char opening) =>
        opening switch
        {
            '"' or '\'' => opening,
            '(' => ')',
            _ => null,
        };
}

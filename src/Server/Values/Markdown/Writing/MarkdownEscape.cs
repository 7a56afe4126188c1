using System.Text;

namespace ClickUpMcp.Values;

/// <summary>Escapes the signs of a text that Markdown would take for marks, and no others, since models read it.</summary>
internal static class MarkdownEscape
{
    /// <summary>Adds text that stands within a line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">The text; may be a part of the line.</param>
    /// <param name="after">What follows it; a line feed at the end of the line.</param>
    /// <param name="isAfterMark">Whether a mark stands before it.</param>
    /// <param name="isLabel">Whether it is within the label of a link.</param>
    public static void Append(StringBuilder output, string text, char after, bool isAfterMark, bool isLabel)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isTarget = text[i] == '(' && output.Length > 0 && output[^1] == ']';
            if (isTarget || IsMark(text, i, after, isAfterMark, isLabel))
            {
                output.Append('\\');
            }

            output.Append(text[i]);
        }
    }

    private static bool IsMark(string text, int at, char after, bool isAfterMark, bool isLabel)
    {
        char next = at + 1 < text.Length ? text[at + 1] : after;
        return text[at] switch
        {
            '`' => true,
            '\\' => next == '\n' || char.IsAsciiLetterOrDigit(next) is false && next is > ' ' and < '\u007F',
            '*' => !IsBetweenSpaces(text, at, next),
            '_' => !IsBetweenSpaces(text, at, next) && !IsWithinWord(text, at),
            // At the edge of a run a mark may stand beside it.
            '~' => next is '~' or '*' || (at == 0 ? isAfterMark : text[at - 1] == '~'),
            '[' or ']' => isLabel,
            '!' => next == '[',
            '<' => IsAddress(text.AsSpan(at + 1)),
            _ => false,
        };
    }

    private static bool IsBetweenSpaces(string text, int at, char next) =>
        at > 0 && text[at - 1] is ' ' && next is ' ' or '\n';

    private static bool IsWithinWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny("<> \t");
        return end < 0 || (text[end] == '>' && text[..end].ContainsAny(':', '@'));
    }

    /// <summary>Whether a line's first sign would make it something else than a paragraph.</summary>
    /// <param name="line">The line, with its marks.</param>
    /// <param name="next">The number at which a list would go on here; 0 where any would begin one.</param>
    /// <param name="sign">Where the sign stands that must be escaped.</param>
    public static bool IsStart(string line, int next, out int sign)
    {
        sign = 0;
        SourceLine read = SourceLine.Read(line);
        if (read is { Number: >= 0, Quotes: 0 })
        {
            // An item with another number stays one that ClickUp cannot number.
            sign = line.AsSpan().IndexOfAny('.', ')');
            return next == 0 || read.Number == next || read.Number == 1;
        }

        bool isStart =
            line.Length > 0
            && line[0] switch
            {
                '>' => true,
                '#' => IsHeading(line),
                '-' or '+' or '*' => line.Length == 1 || line[1] is ' ' or '\t' || IsRule(line),
                '_' => IsRule(line),
                '[' => line is ['[', ' ' or 'x' or 'X', ']', ' ', ..],
                _ => false,
            };
        int bar = line.IndexOf('|', StringComparison.Ordinal);
        bool isTable =
            bar >= 0 && line.Contains('-', StringComparison.Ordinal) && !line.AsSpan().ContainsAnyExcept("|-: ");
        sign = isStart || !isTable ? 0 : bar;
        return isStart || isTable;
    }

    private static bool IsHeading(string line)
    {
        int level = line.AsSpan().IndexOfAnyExcept('#');
        return level < 0 || (level <= 6 && line[level] is ' ' or '\t');
    }

    /// <summary>Whether a line is a rule of dashes, which stays one: nothing is lost by that.</summary>
    public static bool IsDashes(string line) => line.Length >= 3 && !line.AsSpan().ContainsAnyExcept('-');

    private static bool IsRule(string line) =>
        !IsDashes(line) && line.Count(sign => sign == line[0]) >= 3 && !line.AsSpan().ContainsAnyExcept(line[0], ' ');
}

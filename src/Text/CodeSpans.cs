namespace ClickUpMcp.Text;

/// <summary>Finds the code of a Markdown text: fenced blocks and spans between backticks.</summary>
/// <remarks>Lengths for which no end was found are not looked for again, so that the work stays linear.</remarks>
internal ref struct CodeSpans(ReadOnlySpan<char> text, bool isMarkdown)
{
    // Longer runs are text.
    private const int LongestRun = 16;
    private const int LongestLanguage = 20;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _isMarkdown = isMarkdown;
    private uint _unclosedSpans;
    private uint _unclosedBackticks;
    private uint _unclosedTildes;
    private int _lineEnd = -1;

    /// <summary>The fenced block that begins with the line at a position.</summary>
    public CodeSpan FenceAt(int at)
    {
        ReadOnlySpan<char> rest = _text[at..];
        int indent = rest.IndexOfAnyExcept(' ');
        if (!_isMarkdown || indent is < 0 or > 3 || rest[indent] is not ('`' or '~'))
        {
            return default;
        }

        char fence = rest[indent];
        int run = Run(rest[indent..], fence);
        int info = indent + run;
        int line = LineLength(rest, info);
        if (run is < 3 or > LongestRun || (fence == '`' && rest[info..line].Contains('`')))
        {
            return default;
        }

        int kept = info + Language(rest[info..line]);
        int end = IsUnclosed(fence, run) ? -1 : EndOfFence(rest, line, fence, run);
        if (end < 0)
        {
            // One that is not closed is code to the end for some readers, and text for others.
            SetUnclosed(fence, run);
            end = line;
        }

        return new CodeSpan(end, kept, line - kept);
    }

    /// <summary>The span that begins with the backticks at a position, within its line.</summary>
    public CodeSpan SpanAt(int at)
    {
        if (at >= _lineEnd)
        {
            _lineEnd = at + LineLength(_text[at..], 0);
            _unclosedSpans = 0;
        }

        ReadOnlySpan<char> rest = _text[at.._lineEnd];
        int run = Run(rest, '`');
        if (!_isMarkdown || run > LongestRun || (_unclosedSpans & (1u << run)) != 0)
        {
            return new CodeSpan(run, run, 0);
        }

        for (int i = run; rest[i..].IndexOf('`') is var next and >= 0; )
        {
            i += next;
            int other = Run(rest[i..], '`');
            i += other;
            if (other == run)
            {
                return new CodeSpan(i, i, 0);
            }
        }

        _unclosedSpans |= 1u << run;
        return new CodeSpan(run, run, 0);
    }

    private readonly bool IsUnclosed(char fence, int run) =>
        ((fence == '`' ? _unclosedBackticks : _unclosedTildes) & (1u << run)) != 0;

    private void SetUnclosed(char fence, int run)
    {
        if (fence == '`')
        {
            _unclosedBackticks |= 1u << run;
        }
        else
        {
            _unclosedTildes |= 1u << run;
        }
    }

    private static int EndOfFence(ReadOnlySpan<char> text, int at, char fence, int run)
    {
        while (at < text.Length)
        {
            int start = at + 1;
            int end = LineLength(text, start);
            ReadOnlySpan<char> line = text[start..end].Trim(" \t");
            if (line.Length >= run && Run(line, fence) == line.Length)
            {
                return end;
            }

            at = end;
        }

        return -1;
    }

    // The position of the line's end at or after a position.
    private static int LineLength(ReadOnlySpan<char> text, int from)
    {
        int length = text[from..].IndexOf('\n');
        return length < 0 ? text.Length : from + length;
    }

    private static int Run(ReadOnlySpan<char> text, char c)
    {
        int other = text.IndexOfAnyExcept(c);
        return other < 0 ? text.Length : other;
    }

    // The first word, if it can be the name of a language.
    private static int Language(ReadOnlySpan<char> info)
    {
        int start = info.IndexOfAnyExcept(' ');
        if (start < 0)
        {
            return info.Length;
        }

        int length = info[start..].IndexOfAny(' ', '\t');
        length = length < 0 ? info.Length - start : length;
        foreach (char c in info.Slice(start, length))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '#' or '-' or '_' or '.'))
            {
                return 0;
            }
        }

        return length <= LongestLanguage ? start + length : 0;
    }
}

using System.Text;

namespace ClickUpMcp.Values;

/// <summary>Writes the runs of one line as Markdown.</summary>
internal sealed class InlineWriter
{
    private readonly StringBuilder _output = new();
    private readonly List<(TextMarks Mark, string Sign)> _open = [];
    private readonly List<TextRun> _runs;
    private bool _isSignOpen;

    private InlineWriter(List<TextRun> runs) => _runs = runs;

    /// <summary>The Markdown of a line's runs.</summary>
    public static string Write(List<TextRun> runs)
    {
        List<TextRun> even = RunBoundaries.Even(runs);
        InlineWriter writer = new(even);
        for (int i = 0; i < even.Count; i++)
        {
            writer.Add(i);
        }

        return writer._output.ToString();
    }

    private void Add(int index)
    {
        TextRun run = _runs[index];
        string? before = index > 0 ? _runs[index - 1].Link : null;
        string? after = index + 1 < _runs.Count ? _runs[index + 1].Link : null;
        bool isFirst = run.Link is not null && run.Link != before;
        bool isLast = run.Link is not null && run.Link != after;
        if (isFirst && isLast && IsBareAddress(run))
        {
            _output.Append('<').Append(run.Text).Append('>');
            return;
        }

        if (isFirst)
        {
            _output.Append('[');
        }

        if (IsCode(run) || !NeedsSign(run))
        {
            Open(index);
            Write(run, run.Text, index);
        }
        else
        {
            // A mark that is opened again, since it overlaps with another, begins at text.
            string text = run.Text.TrimStart();
            _output.Append(run.Text, 0, run.Text.Length - text.Length);
            if (text.Length > 0)
            {
                Open(index);
                Write(run, text, index);
            }
        }

        CloseTo(EndOf(index));
        if (isLast)
        {
            _output.Append("](").Append(Target(run.Link!)).Append(')');
        }
    }

    private bool NeedsSign(TextRun run) => (run.Marks & ~Opened()) != TextMarks.None;

    private static bool IsCode(TextRun run) => (run.Marks & TextMarks.Code) != TextMarks.None;

    private void Write(TextRun run, string text, int index)
    {
        if (IsCode(run))
        {
            WriteCode(text);
            return;
        }

        TextRun next = index + 1 < _runs.Count ? _runs[index + 1] : default;
        char after =
            index + 1 == _runs.Count ? (_open.Count == 0 ? '\n' : '*')
            : next.Marks == run.Marks && next.Link == run.Link ? next.Text[0]
            : next.Link is not null && run.Marks == TextMarks.None ? '['
            : '*';
        bool isAfterMark = index > 0 || _open.Count > 0;
        MarkdownEscape.Append(_output, text, after, isAfterMark, run.Link is not null);
    }

    // What lasts longest is opened first, so that marks are nested.
    private void Open(int index)
    {
        TextMarks missing = _runs[index].Marks & ~TextMarks.Code & ~Opened();
        while (missing != TextMarks.None)
        {
            TextMarks next = TextMarks.None;
            int longest = -1;
            foreach (TextMarks mark in (ReadOnlySpan<TextMarks>)[TextMarks.Strike, TextMarks.Bold, TextMarks.Italic])
            {
                if ((missing & mark) != TextMarks.None && LastOf(index, mark) > longest)
                {
                    (next, longest) = (mark, LastOf(index, mark));
                }
            }

            string sign = SignOf(next, longest);
            _output.Append(sign);
            _isSignOpen = true;
            _open.Add((next, sign));
            missing &= ~next;
        }
    }

    private string SignOf(TextMarks mark, int last)
    {
        if (mark == TextMarks.Strike)
        {
            return "~~";
        }

        // An asterisk next to one that closes something would be read with it.
        bool isAfterSign = _output.Length > 0 && _output[^1] == '*' && !_isSignOpen;
        bool mayClose =
            last + 1 >= _runs.Count
            || (_runs[last + 1].Link is not null && _runs[last + 1].Link != _runs[last].Link)
            || !char.IsLetterOrDigit(_runs[last + 1].Text[0]);
        char sign = isAfterSign && mayClose ? '_' : '*';
        return new string(sign, mark == TextMarks.Bold ? 2 : 1);
    }

    private TextMarks Opened()
    {
        TextMarks marks = TextMarks.None;
        foreach ((TextMarks mark, _) in _open)
        {
            marks |= mark;
        }

        return marks;
    }

    // How many of the open marks stay open behind a run.
    private int EndOf(int index)
    {
        bool isEnd = index + 1 == _runs.Count || _runs[index + 1].Link != _runs[index].Link;
        TextMarks next = isEnd ? TextMarks.None : _runs[index + 1].Marks;
        int kept = 0;
        while (kept < _open.Count && (_open[kept].Mark & next) != TextMarks.None)
        {
            kept++;
        }

        return kept;
    }

    private void CloseTo(int count)
    {
        for (int i = _open.Count - 1; i >= count; i--)
        {
            _output.Append(_open[i].Sign);
            _isSignOpen = false;
            _open.RemoveAt(i);
        }
    }

    private int LastOf(int index, TextMarks mark)
    {
        // What is open already is closed first.
        TextMarks needed = mark | Opened();
        int last = index;
        while (
            last + 1 < _runs.Count
            && _runs[last + 1].Link == _runs[index].Link
            && (_runs[last + 1].Marks & needed) == needed
        )
        {
            last++;
        }

        return last;
    }

    private void WriteCode(string code)
    {
        int longest = 0;
        for (int i = 0, length = 0; i < code.Length; i++)
        {
            length = code[i] == '`' ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        bool isPadded = code[0] == '`' || code[^1] == '`' || (code[0] == ' ' && code[^1] == ' ');
        string space = isPadded && !string.IsNullOrWhiteSpace(code) ? " " : string.Empty;
        string fence = new('`', longest + 1);
        _output.Append(fence).Append(space).Append(code).Append(space).Append(fence);
    }

    private static bool IsBareAddress(TextRun run) =>
        run.Marks == TextMarks.None
        && (run.Link == run.Text || run.Link == "mailto:" + run.Text)
        && LinkAddress.IsAllowed(run.Link)
        && (run.Link != run.Text || run.Text.Contains(':', StringComparison.Ordinal))
        && !run.Text.Contains('`', StringComparison.Ordinal)
        && !run.Text.AsSpan().ContainsAny("<> \t\\");

    private static string Target(string link)
    {
        string target = link.Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
        return IsBalanced(target) ? target : $"<{target}>";
    }

    private static bool IsBalanced(string target)
    {
        int depth = 0;
        foreach (char sign in target)
        {
            depth += sign switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth < 0 || sign <= ' ')
            {
                return false;
            }
        }

        return depth == 0 && target.Length > 0;
    }
}

using System.Globalization;
using System.Text;

namespace ClickUpMcp.Values;

/// <summary>Writes the lines of a comment as Markdown that reads the same to people, models and <see cref="CommentMarkdown"/>.</summary>
internal sealed class MarkdownWriter
{
    private const int ShortestFence = 3;

    private readonly StringBuilder _output = new();
    private readonly ListNumbers _numbers = new();
    private readonly ListPositions _positions = new();
    private readonly List<TextRun> _runs = [];
    private readonly List<int> _widths = [];
    private readonly List<string> _code = [];
    private string? _language;
    private bool _isCode;
    private bool _isAfterList;
    private LastLine _last;
    private int _quotes;
    private int _blanks;

    /// <summary>Adds text to the line.</summary>
    public void Add(TextRun run) => _runs.Add(run);

    /// <summary>Ends the line.</summary>
    public void End(LineFormat format)
    {
        if (_isCode && (format.Kind != LineKind.Code || format.Language != _language))
        {
            EndCode();
        }

        if (format.Kind == LineKind.Code)
        {
            WriteBlankLines(isItem: false);
            (_isCode, _language) = (true, format.Language);
            _code.Add(string.Concat(_runs.Select(static run => run.Text)));
            Leave(quotes: 0);
            _positions.End(indent: 0);
            (_isAfterList, _last) = (false, LastLine.CodeOrRule);
        }
        else
        {
            string text = InlineWriter.Write(_runs).Trim(' ', '\t');
            WriteLine(format with { Indent = Math.Clamp(format.Indent, 0, ListNumbers.MaximumIndent) }, text);
        }

        if (format.Kind is LineKind.Paragraph or LineKind.Code)
        {
            _numbers.Add(format);
        }

        _runs.Clear();
    }

    /// <summary>The Markdown of all lines.</summary>
    public string Finish()
    {
        if (_isCode)
        {
            EndCode();
        }

        return _output.ToString();
    }

    private void WriteLine(LineFormat format, string text)
    {
        bool isItem = format.Kind != LineKind.Paragraph;
        if (isItem && text.Length == 0 && _last == LastLine.Text && _widths.Exists(static width => width < 0))
        {
            // Below an item without text Markdown has no way to write another one.
            return;
        }

        if (isItem || text.Length > 0)
        {
            WriteBlankLines(isItem && format.Indent == 0);
        }

        if (isItem)
        {
            WriteItem(format, text);
        }
        else if (text.Length == 0)
        {
            _blanks++;
            return;
        }
        else
        {
            WriteParagraph(format.Indent, text);
        }

        _output.Append('\n');
    }

    // Between items they would say nothing.
    private void WriteBlankLines(bool isItem)
    {
        if (_blanks > 0 && !(isItem && _isAfterList))
        {
            _output.Append('\n', _blanks);
            Leave(quotes: 0);
            _last = LastLine.Blank;
        }

        _blanks = 0;
    }

    private void WriteItem(LineFormat format, string text)
    {
        int level = format.Indent - _quotes;
        if (_widths.Count == 0 || level < 0)
        {
            Leave(format.Indent);
            level = 0;
        }

        level = Math.Min(level, _widths.Count);
        bool isBox = format.Kind is LineKind.Checked or LineKind.Unchecked;
        bool isEmpty = text.Length == 0 && !isBox;
        if (isEmpty && _last == LastLine.Text && level == _widths.Count)
        {
            // An empty item does not end a paragraph.
            _output.Append('>', _widths.Count > 0 ? _quotes : 0).Append('\n');
        }

        _widths.RemoveRange(level, _widths.Count - level);
        AppendPrefix(level);
        int indent = _quotes + level;
        int number = _numbers.Next(indent);
        _numbers.Add(format with { Indent = indent });
        if (format.Kind == LineKind.Ordered)
        {
            _positions.Continue(number, indent);
        }

        string sign = format.Kind switch
        {
            LineKind.Ordered => string.Create(CultureInfo.InvariantCulture, $"{number}{_positions.Sign(indent)} "),
            LineKind.Checked => "- [x] ",
            LineKind.Unchecked => "- [ ] ",
            _ => "- ",
        };
        int width = format.Kind == LineKind.Ordered ? sign.Length : 2;
        _widths.Add(isEmpty ? -width : width);
        _output.Append(text.Length == 0 ? sign.TrimEnd() : sign).Append(isBox ? text : StartedItem(text));
        if (format.Kind != LineKind.Ordered)
        {
            _positions.End(indent);
        }

        (_isAfterList, _last) = (true, isEmpty ? LastLine.EmptyItem : LastLine.Text);
    }

    private void WriteParagraph(int indent, string text)
    {
        int depth = Math.Min(indent - _quotes, _widths.Count);
        SourceLine read = SourceLine.Read(text);
        bool mayBegin = _isAfterList || _last != LastLine.Text || _quotes > indent;
        bool isOfItem = depth > 0 && _last != LastLine.EmptyItem && (depth == _widths.Count || _widths[depth - 1] > 0);
        if (!isOfItem)
        {
            // What follows an empty item in its column would be its text.
            Leave(indent);
            AppendPrefix(0);
        }
        else
        {
            if (depth < _widths.Count)
            {
                // Without a blank line it would belong to the item above.
                _output.Append('>', _quotes).Append('\n');
                _widths.RemoveRange(depth, _widths.Count - depth);
            }

            AppendPrefix(depth);
            _output.Insert(_output.Length, "> ", indent - _quotes - depth);
        }

        bool isLazy = _isAfterList && _last == LastLine.Text;
        if (read is { Quotes: 0, Number: >= 0 and not 1 } && indent == 0 && mayBegin)
        {
            WriteNumber(read, text);
            return;
        }

        _output.Append(Started(text, mayBegin || indent > 0 ? read.Number : -1));
        if (!isOfItem && !isLazy)
        {
            _positions.End(indent: 0);
            _isAfterList = false;
        }

        _last = MarkdownEscape.IsDashes(text) ? LastLine.CodeOrRule : LastLine.Text;
    }

    // An item that ClickUp cannot number: Markdown reads an item, and this program a line of text.
    private void WriteNumber(SourceLine read, string text)
    {
        string rest = text[read.Marker..].TrimStart();
        bool isAfterBlank = _isAfterList && _last == LastLine.Blank;
        if (rest.Length == 0 || isAfterBlank || !_positions.Takes(read.Number, text))
        {
            _output.Append(Started(text, read.Number));
            if (isAfterBlank)
            {
                _positions.End(indent: 0);
                _isAfterList = false;
            }

            _last = LastLine.Text;
            return;
        }

        _output.Append(text, 0, read.Marker).Append(StartedItem(rest));
        _widths.Add(read.Marker);
        (_isAfterList, _last) = (true, LastLine.Text);
    }

    // Ends all lists.
    private void Leave(int quotes)
    {
        _quotes = quotes;
        _widths.Clear();
    }

    private void AppendPrefix(int level)
    {
        _output.Insert(_output.Length, "> ", _quotes);
        for (int i = 0; i < level; i++)
        {
            _output.Append(' ', Math.Abs(_widths[i]));
        }
    }

    private static string StartedItem(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept('-', ' ')
            ? "\\" + text
            : Started(text, SourceLine.Read(text).Number);

    private static string Started(string text, int next) =>
        MarkdownEscape.IsStart(text, next, out int sign) ? text.Insert(sign, "\\") : text;

    private void EndCode()
    {
        int longest = ShortestFence - 1;
        foreach (string line in _code)
        {
            int run = line.AsSpan().TrimStart(' ').IndexOfAnyExcept('`');
            longest = Math.Max(longest, run < 0 ? line.AsSpan().Trim(' ').Length : run);
        }

        string fence = new('`', longest + 1);
        _output.Append(fence).Append(_language).Append('\n');
        foreach (string line in _code)
        {
            _output.Append(line).Append('\n');
        }

        _output.Append(fence).Append('\n');
        _code.Clear();
        _isCode = false;
    }
}

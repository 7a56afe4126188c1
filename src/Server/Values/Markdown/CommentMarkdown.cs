using System.Globalization;
using System.Text.Json;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ClickUpMcp.Values;

/// <summary>Turns Markdown into the blocks of a comment, since ClickUp shows Markdown in comments literally.</summary>
/// <remarks>
/// Headings become bold lines, quotes are indented and tables become lines of cells, since comments have none of them; rules and HTML stay
/// as they are written. Line breaks are kept, as people expect of a comment. An item that ClickUp would number wrongly is a line of text.
/// </remarks>
internal sealed class CommentMarkdown
{
    private readonly CommentLines _output;
    private readonly string _text;
    private readonly string[] _lines;
    private ListColumns _columns = new();
    private readonly List<(int Indent, int Quotes, ListColumns Columns)> _quoted = [];

    private CommentMarkdown(CommentLines output, string text)
    {
        _output = output;
        _text = text;
        _lines = text.Split('\n');
    }

    /// <summary>The blocks, and the words after an <c>@</c> that mention nobody.</summary>
    public static (JsonElement Blocks, IReadOnlyList<string> Unknown) Convert(string markdown, MentionTable mentions)
    {
        string text = markdown.ReplaceLineEndings("\n").Trim('\n');
        using CommentLines output = new(mentions);
        new CommentMarkdown(output, text).Write(MarkdownTree.Parse(text), indent: 0, quotes: 0);
        return (output.Finish(), output.UnknownMentions);
    }

    /// <param name="container">What holds the blocks.</param>
    /// <param name="indent">How far its paragraphs are set in.</param>
    /// <param name="quotes">How far its outermost list is set in.</param>
    private void Write(ContainerBlock container, int indent, int quotes)
    {
        bool isItem = container is ListItemBlock;
        for (int i = isItem && StartsWithText(container) ? 1 : 0; i < container.Count; i++)
        {
            Block block = container[i];
            if (block is QuoteBlock { Count: 0 })
            {
                continue;
            }

            bool isListAfterList =
                block is ListBlock && (_output.EndsWithItem || (i > 0 && container[i - 1] is ListBlock));
            if (i > 0 && !isItem && !isListAfterList)
            {
                WriteBlankLines(block.Line);
            }

            if (block is not ListBlock && !isItem)
            {
                _columns.Clear();
            }

            Write(block, indent, quotes);
        }
    }

    private void Write(Block block, int indent, int quotes)
    {
        switch (block)
        {
            case FencedCodeBlock code:
                WriteCode(code);
                break;
            case ThematicBreakBlock:
                _output.Begin();
                _output.AddLiteral(_text.AsSpan(block.Span.Start, block.Span.Length).Trim());
                _output.End(new LineFormat(LineKind.Paragraph, indent));
                break;
            case QuoteBlock quote:
                ListColumns outer = _columns;
                _columns = new ListColumns();
                _quoted.Add((indent, quotes, outer));
                // The list of a quote in an item is nested in that item's list, since no comment skips a depth.
                Write(quote, indent + 1, quote.Parent is ListItemBlock ? indent : indent + 1);
                _quoted.RemoveAt(_quoted.Count - 1);
                _columns = outer;
                break;
            case ListBlock list:
                WriteList(list, quotes);
                break;
            case HeadingBlock { Inline.FirstChild: null, ProcessInlines: true }:
                break;
            case LeafBlock leaf:
                WriteText(leaf, InlineRuns.Of(leaf), new LineFormat(LineKind.Paragraph, indent), indent, quotes);
                break;
            default:
                break;
        }
    }

    private void WriteList(ListBlock list, int quotes)
    {
        int number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out int start) ? start : 1;
        foreach (ListItemBlock item in list.Cast<ListItemBlock>())
        {
            int indent = quotes + _columns.Enter(item.Column);
            LeafBlock? text = StartsWithText(item) ? (LeafBlock)item[0] : null;
            List<TextRun> runs = text is null ? [] : InlineRuns.Of(text);
            WriteItem(text, runs, list.IsOrdered ? number : -1, list.OrderedDelimiter, indent, quotes);
            Write(item, indent + 1, quotes);
            number++;
        }
    }

    private void WriteItem(LeafBlock? text, List<TextRun> runs, int number, char delimiter, int indent, int quotes)
    {
        LineKind kind = number < 0 ? LineKind.Bullet : LineKind.Ordered;
        bool isEscaped = text?.Inline?.FirstChild is LiteralInline { IsFirstCharacterEscaped: true };
        if (
            !isEscaped
            && runs is [{ Marks: TextMarks.None, Link: null, Text: ['[', ' ' or 'x' or 'X', ']', ' ', ..] box }, ..]
        )
        {
            kind = box[1] == ' ' ? LineKind.Unchecked : LineKind.Checked;
            runs[0] = runs[0] with { Text = box[4..].TrimStart() };
            runs.RemoveRange(0, runs[0].Text.Length == 0 ? 1 : 0);
        }
        else if (kind == LineKind.Ordered && !_output.IsNext(number, Math.Min(indent, ListNumbers.MaximumIndent)))
        {
            kind = LineKind.Paragraph;
            string sign = string.Create(CultureInfo.InvariantCulture, $"{number}{delimiter} ");
            runs.Insert(0, new TextRun(sign, TextMarks.None, Link: null));
        }

        LineFormat format = new(kind, indent);
        if (text is not null)
        {
            WriteText(text, runs, format, indent + 1, quotes);
            return;
        }

        _output.Begin();
        runs.ForEach(_output.Add);
        _output.End(format);
    }

    /// <summary>Writes the lines of a block; those after the first are paragraphs.</summary>
    private void WriteText(LeafBlock block, List<TextRun> runs, LineFormat format, int indent, int quotes)
    {
        bool isBold = block is HeadingBlock || TableRows.IsHead(block);
        int line = 0;
        LineFormat current = format;
        _output.Begin();
        for (int i = 0; i < runs.Count; i++)
        {
            TextRun run = runs[i];
            if (run.IsBreak)
            {
                _output.End(current);
                _output.Begin();
                line++;
                current = StartOf(block.Line + line, runs, i + 1, indent, quotes);
                continue;
            }

            _output.Add(isBold ? run with { Marks = run.Marks | TextMarks.Bold } : run);
        }

        _output.End(current);
    }

    /// <summary>What a further line of a block is: people set neither quotes nor items in as far as Markdown asks for.</summary>
    private LineFormat StartOf(int index, List<TextRun> runs, int next, int indent, int quotes)
    {
        SourceLine line = index < _lines.Length ? SourceLine.Read(_lines[index]) : default;
        if (line.Quotes < _quoted.Count)
        {
            (int outer, int outerQuotes, ListColumns columns) = _quoted[line.Quotes];
            return new LineFormat(LineKind.Paragraph, line.Column <= columns.First ? outerQuotes : outer);
        }

        if (_columns.First < 0)
        {
            return new LineFormat(LineKind.Paragraph, indent);
        }

        if (line.Column <= _columns.First)
        {
            return new LineFormat(LineKind.Paragraph, quotes);
        }

        if (line.Marker == 0 || next >= runs.Count || runs[next].Text.Length < line.Marker)
        {
            return new LineFormat(LineKind.Paragraph, indent);
        }

        int depth = quotes + _columns.Enter(line.Column);
        bool isNext = line.Number < 0 || _output.IsNext(line.Number, depth);
        if (isNext)
        {
            runs[next] = runs[next] with { Text = runs[next].Text[line.Marker..] };
        }

        LineKind kind =
            !isNext ? LineKind.Paragraph
            : line.Number < 0 ? LineKind.Bullet
            : LineKind.Ordered;
        return new LineFormat(kind, depth);
    }

    private void WriteCode(FencedCodeBlock code)
    {
        string? language = CodeLanguage.Of(code.Info);
        for (int i = 0; i < Math.Max(1, code.Lines.Count); i++)
        {
            _output.Begin();
            _output.AddLiteral(i < code.Lines.Count ? code.Lines.Lines[i].Slice.AsSpan() : []);
            _output.End(new LineFormat(LineKind.Code, Language: language));
        }
    }

    private void WriteBlankLines(int line)
    {
        for (int i = line - 1; i >= 0 && SourceLine.IsBlank(_lines[i]); i--)
        {
            _output.Begin();
            _output.End(default);
        }
    }

    private static bool StartsWithText(ContainerBlock container) => container is [ParagraphBlock or HeadingBlock, ..];
}

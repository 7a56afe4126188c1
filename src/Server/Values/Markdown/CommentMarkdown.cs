using System.Text.Json;

namespace ClickUpMcp.Values;

/// <summary>Turns Markdown into the blocks of a comment, since ClickUp shows Markdown in comments literally.</summary>
/// <remarks>
/// Headings become bold lines and quotes are indented, since comments have neither; tables, rules and HTML stay as they are written.
/// Line breaks are kept, as people expect of a comment.
/// </remarks>
internal sealed class CommentMarkdown
{
    private const int MaximumIndent = 8;

    private readonly RichTextWriter _output;
    private readonly InlineMarkdown _inline;
    private readonly List<int> _listColumns = [];

    private CommentMarkdown(RichTextWriter output, InlineMarkdown inline)
    {
        _output = output;
        _inline = inline;
    }

    /// <summary>The blocks, and the words after an <c>@</c> that mention nobody.</summary>
    public static (JsonElement Blocks, IReadOnlyList<string> Unknown) Convert(string markdown, MentionTable mentions)
    {
        using RichTextWriter output = new();
        InlineMarkdown inline = new(output, mentions);
        new CommentMarkdown(output, inline).Write(markdown.ReplaceLineEndings("\n").Trim('\n').Split('\n'));
        return (output.Finish(), inline.UnknownMentions);
    }

    private void Write(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (MarkdownLine.FenceOf(lines[i]) is { } fence)
            {
                i = WriteCode(lines, i + 1, fence);
                continue;
            }

            LineFormat format = WriteLine(lines[i]);
            bool isLast = i == lines.Length - 1;
            if (!isLast || format != default)
            {
                _output.Break(format);
            }
        }
    }

    /// <summary>Writes the lines up to the fence that closes the code, or to the end; returns the last line's index.</summary>
    private int WriteCode(string[] lines, int start, string fence)
    {
        _listColumns.Clear();
        int end = start;
        while (end < lines.Length && !MarkdownLine.Closes(lines[end], fence))
        {
            _output.Text(lines[end], TextMarks.None, link: null);
            _output.Break(new LineFormat(LineKind.Code));
            end++;
        }

        return end;
    }

    private LineFormat WriteLine(string line)
    {
        (int quotes, string text) = MarkdownLine.Unquote(line);
        MarkdownLine read = MarkdownLine.Read(text);
        int indent = quotes + IndentOf(read, text);
        _inline.Write(read.Text, read.IsHeading ? TextMarks.Bold : TextMarks.None);
        return new LineFormat(read.Kind, Math.Min(indent, MaximumIndent));
    }

    /// <summary>How deep a list item is nested; what follows an item, set in, stays with it.</summary>
    private int IndentOf(MarkdownLine line, string text)
    {
        if (line.Kind == LineKind.Paragraph)
        {
            if (text.AsSpan().IsWhiteSpace())
            {
                return 0;
            }

            bool isOfItem = _listColumns.Count > 0 && line.Column > _listColumns[0];
            if (!isOfItem)
            {
                _listColumns.Clear();
            }

            return isOfItem ? _listColumns.Count : 0;
        }

        while (_listColumns.Count > 0 && line.Column < _listColumns[^1])
        {
            _listColumns.RemoveAt(_listColumns.Count - 1);
        }

        // Two columns further in is nested, one is a slip of the hand.
        if (_listColumns.Count == 0 || line.Column >= _listColumns[^1] + 2)
        {
            _listColumns.Add(line.Column);
        }

        return _listColumns.Count - 1;
    }
}

using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ClickUpMcp.Values;

/// <summary>Flattens the marks within a block to runs of text; what a comment cannot show stays as it was written.</summary>
internal sealed class InlineRuns
{
    private readonly List<TextRun> _runs = [];
    private readonly StringBuilder _text = new();
    private TextMarks _marks;
    private string? _link;

    private InlineRuns() { }

    /// <summary>The runs of a block; where its text was not parsed, its lines.</summary>
    public static List<TextRun> Of(LeafBlock block)
    {
        InlineRuns runs = new();
        if (block.Inline is { } inline)
        {
            runs.Walk(inline, TextMarks.None, link: null);
        }
        else
        {
            runs.Text(block.Lines.ToString(), TextMarks.None, link: null);
        }

        runs.Flush();
        return runs._runs;
    }

    private void Walk(ContainerInline container, TextMarks marks, string? link)
    {
        for (Inline? inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Text(literal.Content.AsSpan(), marks, link);
                    break;
                case CodeInline { Content: var blank } when string.IsNullOrWhiteSpace(blank):
                    Text($"`{blank}`", marks, link);
                    break;
                case CodeInline code:
                    Text(code.Content, marks | TextMarks.Code, link);
                    break;
                case LineBreakInline:
                    Break();
                    break;
                case AutolinkInline address:
                    Address(address, marks, link);
                    break;
                case LinkInline target:
                    Link(target, marks, link);
                    break;
                case EmphasisInline emphasis:
                    Walk(emphasis, marks | MarkOf(emphasis), link);
                    break;
                case DelimiterInline delimiter:
                    Text(delimiter.ToLiteral(), marks, link);
                    Walk(delimiter, marks, link);
                    break;
                case ContainerInline other:
                    Walk(other, marks, link);
                    break;
                default:
                    break;
            }
        }
    }

    private static TextMarks MarkOf(EmphasisInline emphasis) =>
        emphasis.DelimiterChar == '~' ? TextMarks.Strike
        : emphasis.DelimiterCount == 1 ? TextMarks.Italic
        : TextMarks.Bold;

    private void Address(AutolinkInline address, TextMarks marks, string? link)
    {
        string target = address.IsEmail ? "mailto:" + address.Url : address.Url;
        bool isLink = link is null && LinkAddress.IsAllowed(target);
        Text(isLink ? address.Url : $"<{address.Url}>", marks, isLink ? target : link);
    }

    private void Link(LinkInline target, TextMarks marks, string? link)
    {
        string url = target.Url ?? string.Empty;
        if (LinkAddress.PersonOf(url) is > 0 and long person)
        {
            Flush();
            _runs.Add(new TextRun(string.Empty, marks, link) { Person = person });
        }
        else if (link is not null)
        {
            // A picture in a link: the link is what matters.
            Walk(target, marks, link);
        }
        else if (!LinkAddress.IsAllowed(url))
        {
            Text(target.IsImage ? "![" : "[", marks, link);
            Walk(target, marks, link);
            // Within the brackets a title would be taken for one that nobody sees, and left out when it is read.
            Text(target.Title is null ? $"]({url})" : $"]({url}) \"{target.Title}\"", marks, link);
        }
        else if (target.FirstChild is null or LiteralInline { Content.IsEmpty: true, NextSibling: null })
        {
            Text(url, marks, url);
        }
        else
        {
            Walk(target, marks, url);
        }
    }

    private void Text(ReadOnlySpan<char> text, TextMarks marks, string? link)
    {
        for (int end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            Append(text[..end], marks, link);
            Break();
            text = text[(end + 1)..];
        }

        Append(text, marks, link);
    }

    // Neighbours with the same marks become one run, so that a name may hold signs that could have been marks.
    private void Append(ReadOnlySpan<char> text, TextMarks marks, string? link)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (marks != _marks || link != _link)
        {
            Flush();
            (_marks, _link) = (marks, link);
        }

        _text.Append(text);
    }

    private void Break()
    {
        Flush();
        _runs.Add(default(TextRun) with { Text = string.Empty });
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _runs.Add(new TextRun(_text.ToString(), _marks, _link));
            _text.Clear();
        }
    }
}

using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ClickUpMcp.Values;

/// <summary>Finds where a Markdown text holds code, links and addresses, in which nobody is mentioned.</summary>
internal static class LiteralRanges
{
    /// <summary>The ranges in their order.</summary>
    public static List<(int Start, int End)> Of(string markdown)
    {
        List<(int Start, int End)> ranges = [];
        Add(MarkdownTree.Parse(markdown), ranges);
        return ranges;
    }

    private static void Add(ContainerBlock container, List<(int Start, int End)> ranges)
    {
        foreach (Block block in container)
        {
            switch (block)
            {
                case FencedCodeBlock:
                    ranges.Add((block.Span.Start, block.Span.End + 1));
                    break;
                case ContainerBlock inner:
                    Add(inner, ranges);
                    break;
                case LeafBlock { Inline: { } inline }:
                    Add(inline, ranges);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Add(ContainerInline container, List<(int Start, int End)> ranges)
    {
        for (Inline? inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is CodeInline or AutolinkInline or LinkInline)
            {
                ranges.Add((inline.Span.Start, inline.Span.End + 1));
            }
            else if (inline is ContainerInline inner)
            {
                Add(inner, ranges);
            }
        }
    }
}

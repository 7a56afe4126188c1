using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ClickUpMcp.Values;

/// <summary>Parses the Markdown of a page with Markdig, as far as its headings need it.</summary>
/// <remarks>
/// CommonMark's blocks, underlined headings, indented code and HTML among them: what stands in those is no heading. Only the text of
/// headings is read for marks.
/// </remarks>
internal static class PageTree
{
    private static readonly MarkdownPipeline Pipeline = Create();

    /// <summary>The blocks of a page.</summary>
    public static MarkdownDocument Parse(string text) => MarkdownParser.Parse(text, Pipeline);

    /// <summary>The words of a heading without its marks, on one line.</summary>
    public static string TextOf(HeadingBlock heading)
    {
        if (heading.Inline is null)
        {
            return string.Join(
                ' ',
                heading.Lines.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );
        }

        IEnumerable<string> words = heading
            .Inline.Descendants()
            .Select(static inline =>
                inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    AutolinkInline link => link.Url,
                    LineBreakInline => " ",
                    _ => string.Empty,
                }
            );
        return string.Join(' ', string.Concat(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static MarkdownPipeline Create()
    {
        MarkdownPipelineBuilder builder = new() { PreciseSourceLocation = true };
        HeadingBlockParser heading = new();
        heading.Closed += static (_, block) => TextBounds.Apply((LeafBlock)block);
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ThematicBreakParser());
        builder.BlockParsers.Add(heading);
        builder.BlockParsers.Add(new BoundedQuoteParser());
        builder.BlockParsers.Add(new BoundedListParser());
        builder.BlockParsers.Add(new HtmlBlockParser());
        builder.BlockParsers.Add(new FencedCodeBlockParser());
        builder.BlockParsers.Add(new IndentedCodeBlockParser());
        builder.BlockParsers.Add(new PageParagraphParser());
        MarkdownTree.AddInlines(builder);
        return builder.Build();
    }
}

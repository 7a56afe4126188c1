using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace ClickUpMcp.Values;

/// <summary>Parses the Markdown of comments and messages with Markdig, within bounds that keep the work linear.</summary>
/// <remarks>
/// CommonMark with struck out text, without HTML, entities, indented code, underlined headings and reference links: what a comment has no
/// form for stays as it is written. Markdig is loaded by the first text that is parsed. A pipeline that is built is not changed by parsing.
/// </remarks>
internal static class MarkdownTree
{
    private static readonly MarkdownPipeline Pipeline = Create();

    /// <summary>The tree of a text.</summary>
    public static MarkdownDocument Parse(string text) => MarkdownParser.Parse(text, Pipeline);

    private static MarkdownPipeline Create()
    {
        MarkdownPipelineBuilder builder = new() { PreciseSourceLocation = true };
        HeadingBlockParser heading = new();
        heading.Closed += static (_, block) => TextBounds.Apply((LeafBlock)block);
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new RuleParser());
        builder.BlockParsers.Add(heading);
        builder.BlockParsers.Add(new BoundedQuoteParser());
        builder.BlockParsers.Add(new BoundedListParser());
        builder.BlockParsers.Add(new FencedCodeBlockParser());
        builder.BlockParsers.Add(new TextParagraphParser());
        AddInlines(builder);
        return builder.Build();
    }

    /// <summary>Adds what is read within a line: links, escapes, emphasis, struck out text and code.</summary>
    public static void AddInlines(MarkdownPipelineBuilder builder)
    {
        EmphasisInlineParser emphasis = new();
        emphasis.EmphasisDescriptors.Add(new EmphasisDescriptor('~', 2, 2, enableWithinWord: true));
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LinkInlineParser());
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(emphasis);
        builder.InlineParsers.Add(new CodeInlineParser());
        builder.InlineParsers.Add(new AutolinkInlineParser(new AutolinkOptions { EnableHtmlParsing = false }));
        builder.InlineParsers.Add(new LineBreakInlineParser());
    }
}

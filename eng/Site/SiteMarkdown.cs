using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ClickUpMcp.Site;

/// <summary>Reads and writes Markdown as GitHub does: the same tables, and the same anchors of headings.</summary>
internal static class SiteMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    public static string Render(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new ScrollingPictureRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>The first heading's text.</summary>
    public static string TitleOf(MarkdownDocument document) =>
        document.Descendants<HeadingBlock>().FirstOrDefault() is { Inline: { } inline } ? TextOf(inline) : "";

    public static IEnumerable<string> AnchorsOf(MarkdownDocument document) =>
        document.Descendants<HeadingBlock>().Select(static heading => heading.TryGetAttributes()?.Id).OfType<string>();

    private static string TextOf(ContainerInline inline) =>
        string.Concat(
            inline
                .Descendants()
                .Select(static part =>
                    part switch
                    {
                        LiteralInline literal => literal.Content.ToString(),
                        CodeInline code => code.Content,
                        _ => "",
                    }
                )
        );
}

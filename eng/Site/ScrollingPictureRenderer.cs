using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace ClickUpMcp.Site;

/// <summary>Puts each drawn picture into a box like that of a table: as wide as a phone, what is written in it is too small to read.</summary>
internal sealed class ScrollingPictureRenderer : LinkInlineRenderer
{
    private const string Drawn = ".svg";

    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var isDrawn = link.IsImage && link.Url?.EndsWith(Drawn, StringComparison.Ordinal) == true;
        if (!isDrawn)
        {
            base.Write(renderer, link);
            return;
        }

        renderer.Write("<span class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Picture\">");
        base.Write(renderer, link);
        renderer.Write("</span>");
    }
}

using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace ClickUpMcp.Site;

/// <summary>Puts each table into a box of its own that scrolls sideways, also by the keyboard, so that no page does on a phone.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.Write("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}

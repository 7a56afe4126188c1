using ClickUpMcp.Authorization.Pages.Html;

namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>The page that says that something is done.</summary>
internal sealed class DoneDocument(string serverHost, DonePageModel model) : PageDocument(serverHost)
{
    protected override string Subject => model.What;

    protected override void WriteMain(HtmlWriter html)
    {
        html.Element(HtmlTag.Heading1, model.What);
        html.Element(HtmlTag.Paragraph, model.Next);
        html.Element(HtmlTag.Paragraph, "You may close this window.", HtmlAttribute.Class("soft"));
    }
}

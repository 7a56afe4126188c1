using ClickUpMcp.Authorization.Pages.Html;

namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>The page that says what went wrong and what to do.</summary>
internal sealed class ErrorDocument(string serverHost, ErrorPageModel model) : PageDocument(serverHost)
{
    protected override string Subject => "That did not work";

    protected override void WriteMain(HtmlWriter html)
    {
        html.Element(HtmlTag.Heading1, Subject);
        html.Element(HtmlTag.Paragraph, model.What);
        using (html.Open(HtmlTag.Section, HtmlAttribute.LabelledBy("next")))
        {
            html.Element(HtmlTag.Heading2, "What you can do", HtmlAttribute.Id("next"));
            html.Element(HtmlTag.Paragraph, model.Next);
        }

        if (model.Code is not null)
        {
            using (html.Open(HtmlTag.Paragraph, HtmlAttribute.Class("soft")))
            {
                html.Text("If you ask for help, tell this code: ");
                html.Element(HtmlTag.Code, new ForeignText(model.Code).Shown);
            }
        }
    }
}

using ClickUpMcp.Authorization.Pages.Html;

namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>The page that asks a person to sign in at ClickUp before the connected apps are shown.</summary>
internal sealed class SignInDocument(string serverHost, SignInPageModel model) : PageDocument(serverHost)
{
    protected override string Subject => "Sign in";

    protected override IEnumerable<PageForm> Forms => [model.Form];

    protected override void WriteMain(HtmlWriter html)
    {
        html.Element(HtmlTag.Heading1, "See your connected apps");
        html.Element(
            HtmlTag.Paragraph,
            "Sign in at ClickUp to see which apps can use your ClickUp through this server, and to disconnect them."
        );
        using (FormParts.Open(html, model.Form))
        using (html.Open(HtmlTag.Division, HtmlAttribute.Class("buttons")))
        {
            html.Element(
                HtmlTag.Button,
                "Sign in at ClickUp",
                HtmlAttribute.Type("submit"),
                HtmlAttribute.Class("allow")
            );
        }
    }
}

using ClickUpMcp.Authorization.Pages.Html;

namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>The page that asks whether an app may come in.</summary>
internal sealed class ConsentDocument(string serverHost, ConsentPageModel model) : PageDocument(serverHost)
{
    protected override string Subject => "Allow an app to use your ClickUp?";

    protected override IEnumerable<PageForm> Forms => [model.Form];

    protected override bool IsStepOfSignIn => true;

    private ForeignText Client => new(model.ClientName);

    protected override void WriteMain(HtmlWriter html)
    {
        using (html.Open(HtmlTag.Heading1))
        {
            html.Text("Allow ");
            html.Text(Client);
            html.Text(" to use your ClickUp?");
        }

        if (model.IsNothingChosen)
        {
            FormParts.WriteNothingChosen(html, "Nothing was ticked. Leave at least one thing ticked, or deny.");
        }

        WriteWho(html);
        using (FormParts.Open(html, model.Form))
        {
            WriteScopes(html);
            html.Element(
                HtmlTag.Paragraph,
                "If you allow this, ClickUp asks you next to sign in and to choose Workspaces. The app never sees your password, "
                    + "and you can disconnect it at any time.",
                HtmlAttribute.Class("soft")
            );
            FormParts.WriteDecision(html, "Deny", "Allow");
        }
    }

    private void WriteWho(HtmlWriter html)
    {
        using (html.Open(HtmlTag.Facts))
        {
            html.Element(HtmlTag.FactName, "The app calls itself");
            using (html.Open(HtmlTag.FactValue))
            {
                using (html.Open(HtmlTag.Strong))
                {
                    html.Text(Client);
                }

                WriteVouching(html);
            }

            html.Element(HtmlTag.FactName, "Access is handed to");
            using (html.Open(HtmlTag.FactValue))
            {
                html.Element(HtmlTag.Strong, model.RedirectHost);
            }
        }

        if (model.IsLoopback)
        {
            html.Element(
                HtmlTag.Paragraph,
                "That is a program on your own device, and any program there can ask like this. "
                    + "Allow it only if you started connecting an app just now.",
                HtmlAttribute.Class("note")
            );
        }
    }

    private void WriteVouching(HtmlWriter html)
    {
        if (model.VerifiedHost is not { } host)
        {
            html.Element(HtmlTag.Span, "Unverified: any app can call itself so.", HtmlAttribute.Class("soft"));
            return;
        }

        using (html.Open(HtmlTag.Span, HtmlAttribute.Class("soft")))
        {
            html.Text("The name is given by ");
            html.Element(HtmlTag.Strong, host);
            html.Text(". Trust it as far as you trust that site.");
        }
    }

    private void WriteScopes(HtmlWriter html)
    {
        using (html.Open(HtmlTag.FieldSet))
        {
            html.Element(HtmlTag.Legend, "It asks to do this as you. Untick what it should not do:");
            foreach (string scope in Scopes.All.Where(model.Scopes.Contains))
            {
                ScopeWords words = ScopeWords.For(scope);
                using (html.Open(HtmlTag.Label, HtmlAttribute.Class("choice")))
                {
                    FormParts.WriteTick(html, FormFields.Scope, scope, isTicked: true);
                    using (html.Open(HtmlTag.Span))
                    {
                        html.Element(HtmlTag.Strong, words.Name);
                        html.Element(HtmlTag.Span, words.Explanation, HtmlAttribute.Class("soft"));
                    }
                }
            }
        }
    }
}

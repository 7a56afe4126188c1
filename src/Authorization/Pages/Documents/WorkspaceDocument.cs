using ClickUpMcp.Authorization.Pages.Html;

namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>The page that asks which workspaces an app may use.</summary>
internal sealed class WorkspaceDocument(string serverHost, WorkspacePageModel model) : PageDocument(serverHost)
{
    protected override string Subject => "Choose Workspaces";

    protected override IEnumerable<PageForm> Forms => [model.Form];

    protected override bool IsStepOfSignIn => true;

    protected override void WriteMain(HtmlWriter html)
    {
        using (html.Open(HtmlTag.Heading1))
        {
            html.Text("Which Workspaces may ");
            html.Text(new ForeignText(model.ClientName));
            html.Text(" use?");
        }

        if (model.IsNothingChosen)
        {
            FormParts.WriteNothingChosen(html, "No Workspace was ticked. Tick at least one, or cancel.");
        }

        using (html.Open(HtmlTag.Paragraph))
        {
            html.Text("You are signed in to ClickUp as ");
            using (html.Open(HtmlTag.Strong))
            {
                html.Text(new ForeignText(model.UserName));
            }

            html.Text(". The app reaches only the Workspaces that you tick.");
        }

        using (FormParts.Open(html, model.Form))
        {
            WriteChoices(html);
            using (html.Open(HtmlTag.Paragraph, HtmlAttribute.Class("soft")))
            {
                html.Text("Access is handed to ");
                html.Element(HtmlTag.Strong, model.RedirectHost);
                html.Text(".");
            }

            FormParts.WriteDecision(html, "Cancel", "Connect");
        }
    }

    private void WriteChoices(HtmlWriter html)
    {
        using (html.Open(HtmlTag.FieldSet))
        {
            html.Element(HtmlTag.Legend, "Workspaces that you opened at ClickUp");
            foreach (GrantedWorkspace workspace in model.Workspaces)
            {
                using (html.Open(HtmlTag.Label, HtmlAttribute.Class("choice")))
                {
                    FormParts.WriteTick(html, FormFields.Workspace, workspace.Id, isTicked: false);
                    html.Text(new ForeignText(workspace.Name));
                }
            }
        }
    }
}

using System.Globalization;
using ClickUpMcp.Authorization.Pages.Html;

namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>The page that lists the apps a person has allowed in, each with a button that ends its access.</summary>
internal sealed class ConnectedAppsDocument(string serverHost, ConnectedAppsPageModel model) : PageDocument(serverHost)
{
    protected override string Subject => "Connected apps";

    protected override IEnumerable<PageForm> Forms => [model.Form, model.SignOut];

    protected override void WriteMain(HtmlWriter html)
    {
        html.Element(HtmlTag.Heading1, "Connected apps");
        if (model.WasRevoked)
        {
            html.Element(
                HtmlTag.Paragraph,
                "The app was disconnected. It can no longer use your ClickUp.",
                HtmlAttribute.Class("done"),
                HtmlAttribute.Role("status")
            );
        }

        using (html.Open(HtmlTag.Paragraph))
        {
            html.Text(
                model.Grants.Count == 0 ? "No app can use the ClickUp of " : "These apps can use the ClickUp of "
            );
            using (html.Open(HtmlTag.Strong))
            {
                html.Text(new ForeignText(model.UserName));
            }

            html.Text(" through this server.");
        }

        if (model.Grants.Count > 0)
        {
            WriteGrants(html);
        }

        using (FormParts.Open(html, model.SignOut))
        using (html.Open(HtmlTag.Division, HtmlAttribute.Class("buttons")))
        {
            html.Element(
                HtmlTag.Button,
                "Sign out of this page",
                HtmlAttribute.Type("submit"),
                HtmlAttribute.Class("quiet")
            );
        }
    }

    // One form for all, so that the only thing a button adds is the grant it is for.
    private void WriteGrants(HtmlWriter html)
    {
        using (FormParts.Open(html, model.Form))
        using (html.Open(HtmlTag.List, HtmlAttribute.Class("apps"), HtmlAttribute.Role("list")))
        {
            foreach (Grant grant in model.Grants)
            {
                using (html.Open(HtmlTag.Item))
                {
                    WriteGrant(html, grant);
                }
            }
        }
    }

    private static void WriteGrant(HtmlWriter html, Grant grant)
    {
        using (html.Open(HtmlTag.Heading2))
        {
            html.Text(new ForeignText(grant.ClientName));
        }

        using (html.Open(HtmlTag.Facts))
        {
            WriteFact(html, "Its name", Vouching(grant));
            WriteFact(
                html,
                "It may",
                string.Join(", ", Scopes.All.Where(grant.Scopes.Contains).Select(scope => ScopeWords.For(scope).Name))
            );
            html.Element(HtmlTag.FactName, "Workspaces");
            using (html.Open(HtmlTag.FactValue))
            {
                WriteNames(html, grant.Workspaces);
            }

            WriteMoment(html, "Connected", grant.Created);
            WriteMoment(html, "Last renewed", grant.LastUsed);
            WriteMoment(html, "Ends, if unused", grant.Expires);
        }

        using (
            html.Open(
                HtmlTag.Button,
                HtmlAttribute.Type("submit"),
                HtmlAttribute.FieldName(FormFields.Grant),
                HtmlAttribute.FieldValue(grant.Id)
            )
        )
        {
            html.Text("Disconnect ");
            html.Text(new ForeignText(grant.ClientName));
        }
    }

    private static string Vouching(Grant grant) =>
        grant.IsVerified && Uri.TryCreate(grant.ClientId, UriKind.Absolute, out Uri? address)
            ? $"given by {address.IdnHost}"
            : "unverified";

    private static void WriteNames(HtmlWriter html, IReadOnlyList<GrantedWorkspace> workspaces)
    {
        for (int i = 0; i < workspaces.Count; i++)
        {
            html.Text(i == 0 ? "" : ", ");
            html.Text(new ForeignText(workspaces[i].Name));
        }
    }

    private static void WriteFact(HtmlWriter html, string name, string value)
    {
        html.Element(HtmlTag.FactName, name);
        html.Element(HtmlTag.FactValue, value);
    }

    private static void WriteMoment(HtmlWriter html, string name, DateTimeOffset moment)
    {
        DateTimeOffset utc = moment.ToUniversalTime();
        html.Element(HtmlTag.FactName, name);
        using (html.Open(HtmlTag.FactValue))
        {
            html.Element(
                HtmlTag.Time,
                utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
                HtmlAttribute.Moment(utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            );
        }
    }
}

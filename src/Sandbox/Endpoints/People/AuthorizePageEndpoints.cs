using System.Net;
using System.Text;
using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>The page on which people connect an application with ClickUp; here they also choose who they are.</summary>
internal static class AuthorizePageEndpoints
{
    private const string Path = "/api";

    public static Route[] Routes { get; } =
    [new("GET", Path, Ask) { IsOpen = true }, new("POST", Path, Answer) { IsOpen = true }];

    private static ApiResponse Ask(Call call)
    {
        var client = Required(call.Query.Text("client_id"), "client_id");
        var redirect = Redirect(call.Query.Text("redirect_uri"));
        var page = new StringBuilder(
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Connect with the sandbox</title>
            <style>body{font:16px/1.5 system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}</style>
            <h1>Connect with the sandbox</h1>
            """
        );
        page.Append("<p>The application may use:<ul>");
        foreach (var workspace in call.World.Workspaces.Values)
        {
            page.Append($"<li>{Html(workspace.Name)}");
        }

        page.Append("</ul><form method=\"post\" action=\"\">");
        page.Append(Hidden("client_id", client)).Append(Hidden("redirect_uri", redirect.OriginalString));
        page.Append(Hidden("state", call.Query.Text("state") ?? ""));
        page.Append("<p><label>Who are you? <select name=\"user\">");
        foreach (var member in call.World.Workspaces.GetAt(0).Value.Members)
        {
            page.Append($"<option value=\"{member.Id}\">{Html(member.Name ?? member.Email)}</option>");
        }

        page.Append("</select></label><p><button name=\"answer\" value=\"connect\">Connect</button> ");
        page.Append("<button name=\"answer\" value=\"cancel\">Cancel</button></form></html>");
        return ApiResponse.Html(200, page.ToString());
    }

    // A code holds the id of whom it was given for, as the token exchange reads it.
    private static ApiResponse Answer(Call call)
    {
        _ = Required(call.Body.Text("client_id"), "client_id");
        var redirect = Redirect(call.Body.Text("redirect_uri"));
        var state = call.Body.Text("state") is { Length: > 0 } text ? $"&state={Uri.EscapeDataString(text)}" : "";
        var members = call.World.Workspaces.GetAt(0).Value.Members;
        var member = members.Find(member => member.Id.ToString() == call.Body.Text("user")) ?? members[0];
        var answer =
            call.Body.Text("answer") == "cancel"
                ? "error=access_denied"
                : $"code=c_{member.Id}_{call.World.Ids.Uuid()}";
        var separator = redirect.Query.Length == 0 ? '?' : '&';
        return ApiResponse.Redirect($"{redirect.OriginalString}{separator}{answer}{state}");
    }

    private static string Required(string? value, string name) =>
        value is { Length: > 0 } ? value : throw Refuse.BadRequest($"{name} not passed");

    // Whoever plays with this page sends nobody but to a page.
    private static Uri Redirect(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw Refuse.BadRequest("redirect_uri not passed");

    private static string Hidden(string name, string value) =>
        $"<input type=\"hidden\" name=\"{name}\" value=\"{Html(value)}\">";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}

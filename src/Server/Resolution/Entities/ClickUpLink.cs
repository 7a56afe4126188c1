namespace ClickUpMcp.Resolution;

/// <summary>A link copied from ClickUp's address bar, and what it points to.</summary>
/// <param name="Kind">What it points to.</param>
/// <param name="Id">Its id; for a task possibly a custom id.</param>
/// <param name="Workspace">The workspace's id; null when the link has none.</param>
/// <param name="Doc">The id of the doc that a page is in; null for anything else.</param>
internal sealed record ClickUpLink(EntityKind Kind, string Id, string? Workspace, string? Doc = null)
{
    /// <summary>The id of what it points to, or of what that is in, when it is of this kind; null otherwise.</summary>
    public string? IdOf(EntityKind kind) =>
        kind == Kind ? Id
        : kind == EntityKind.Doc ? Doc
        : null;

    /// <summary>
    /// Reads <c>/t/{task}</c>, <c>/t/{workspace}/{task}</c>, <c>/{workspace}/v/li|f|s/{id}</c>,
    /// <c>/{workspace}/v/dc/{doc}/{page}</c>, <c>/{workspace}/docs/{doc}</c>, <c>/{workspace}/chat/r/{channel}</c> and
    /// <c>/{workspace}/v/{type}/{view}</c>; null for anything else.
    /// </summary>
    public static ClickUpLink? TryParse(string text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            || url.Scheme != Uri.UriSchemeHttps
            || url.Host != "app.clickup.com"
        )
        {
            return null;
        }

        string[] parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["t", var task] when IsTask(task) => new ClickUpLink(EntityKind.Task, task, Workspace: null),
            ["t", var workspace, var task] when IsTask(task) && EntityText.IsDigits(workspace) => new ClickUpLink(
                EntityKind.Task,
                task,
                workspace
            ),
            [var workspace, "v", "li", var id, ..] => Of(EntityKind.List, id, workspace),
            [var workspace, "v", "f", var id, ..] => Of(EntityKind.Folder, id, workspace),
            [var workspace, "v", "s", var id, ..] => Of(EntityKind.Space, id, workspace),
            [var workspace, "v", "dc", var doc, var page, ..] when EntityText.MayBeViewId(doc) => OfView(
                EntityKind.Page,
                page,
                workspace,
                doc
            ),
            [var workspace, "v", "dc", var doc] => OfView(EntityKind.Doc, doc, workspace),
            [var workspace, "docs", var doc, ..] => OfView(EntityKind.Doc, doc, workspace),
            [var workspace, "chat", "r", var channel, ..] => OfView(EntityKind.Channel, channel, workspace),
            [var workspace, "v", _, var view, ..] => OfView(EntityKind.View, view, workspace),
            _ => null,
        };
    }

    private static ClickUpLink? Of(EntityKind kind, string id, string workspace) =>
        EntityText.IsDigits(id) && EntityText.IsDigits(workspace) ? new ClickUpLink(kind, id, workspace) : null;

    private static ClickUpLink? OfView(EntityKind kind, string id, string workspace, string? doc = null) =>
        EntityText.MayBeViewId(id) && EntityText.IsDigits(workspace) ? new ClickUpLink(kind, id, workspace, doc) : null;

    // In a link the place says that it is an id, so shorter and older ones count as well.
    private static bool IsTask(string text) =>
        EntityText.IsCustomTaskId(text)
        || (text.Length is > 0 and <= 12 && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}

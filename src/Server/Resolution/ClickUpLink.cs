namespace ClickUpMcp.Resolution;

/// <summary>A link copied from ClickUp's address bar, and what it points to.</summary>
/// <param name="Kind">What it points to.</param>
/// <param name="Id">Its id; for a task possibly a custom id.</param>
/// <param name="Workspace">The workspace's id; null when the link has none.</param>
internal sealed record ClickUpLink(EntityKind Kind, string Id, string? Workspace)
{
    /// <summary>Reads <c>/t/{task}</c>, <c>/t/{workspace}/{task}</c> and <c>/{workspace}/v/li|f|s/{id}</c>; null for anything else.</summary>
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
            _ => null,
        };
    }

    private static ClickUpLink? Of(EntityKind kind, string id, string workspace) =>
        EntityText.IsDigits(id) && EntityText.IsDigits(workspace) ? new ClickUpLink(kind, id, workspace) : null;

    // In a link the place says that it is an id, so shorter and older ones count as well.
    private static bool IsTask(string text) =>
        EntityText.IsCustomTaskId(text)
        || (text.Length is > 0 and <= 12 && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}

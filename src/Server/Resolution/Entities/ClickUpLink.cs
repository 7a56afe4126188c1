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
        : Kind == EntityKind.View && PlaceOfView(Id) is { } place && place.Kind == kind ? place.Id
        : null;

    /// <summary>
    /// Reads <c>/t/{task}</c>, <c>/t/{workspace}/{task}</c>, <c>/{workspace}/v/{type}/li|f|s/{id}</c> with or without
    /// a type, <c>/{workspace}/v/{type}/{view}</c>, <c>/{workspace}/v/dc/{doc}/{page}</c>,
    /// <c>/{workspace}/docs/{doc}/{page}</c>, <c>/{workspace}/chat/{type}/{channel}</c> and
    /// <c>/{workspace}/goals/…/{goal}</c>, with or without a scheme; null for anything else.
    /// </summary>
    public static ClickUpLink? TryParse(string text)
    {
        if (PathOf(text) is not { } path)
        {
            return null;
        }

        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["t", var task] when IsTask(task) => new ClickUpLink(EntityKind.Task, task, Workspace: null),
            // People write the word team where the id of the workspace belongs.
            ["t", var workspace, var task, ..] when IsTask(task) => new ClickUpLink(
                EntityKind.Task,
                task,
                EntityText.IsDigits(workspace) ? workspace : null
            ),
            [var workspace, .. var rest] when EntityText.IsDigits(workspace) => InWorkspace(rest, workspace),
            _ => InWorkspace(parts, workspace: null),
        };
    }

    private static ClickUpLink? InWorkspace(ReadOnlySpan<string> parts, string? workspace) =>
        parts switch
        {
            ["t", var task, ..] when IsTask(task) => new ClickUpLink(EntityKind.Task, task, workspace),
            ["v", var noun, var id, ..] when PlaceKind(noun) is { } kind && EntityText.IsDigits(id) => new ClickUpLink(
                kind,
                id,
                workspace
            ),
            ["v", _, var noun, var id, ..] when PlaceKind(noun) is { } kind && EntityText.IsDigits(id) =>
                new ClickUpLink(kind, id, workspace),
            ["v", "dc", var doc, var page, ..] when EntityText.MayBeViewId(doc) => OfView(
                EntityKind.Page,
                page,
                workspace,
                doc
            ),
            ["docs", var doc, var page, ..] when EntityText.MayBeViewId(doc) && EntityText.MayBeViewId(page) => OfView(
                EntityKind.Page,
                page,
                workspace,
                doc
            ),
            ["v", "dc", var doc, ..] => OfView(EntityKind.Doc, doc, workspace),
            ["docs", var doc, ..] => OfView(EntityKind.Doc, doc, workspace),
            ["chat", _, var channel, ..] => OfView(EntityKind.Channel, channel, workspace),
            ["goals", .., var goal] when EntityText.IsUuid(goal) => new ClickUpLink(EntityKind.Goal, goal, workspace),
            ["v", _, var view, ..] => OfView(EntityKind.View, view, workspace),
            _ => null,
        };

    private static EntityKind? PlaceKind(string noun) =>
        noun switch
        {
            "li" => EntityKind.List,
            "f" => EntityKind.Folder,
            "s" => EntityKind.Space,
            _ => null,
        };

    // The required views of a place are called by its type and id, as in 6-901100200300-8.
    private static (EntityKind Kind, string Id)? PlaceOfView(string view) =>
        view.Split('-') switch
        {
            ["4", var id, _] => (EntityKind.Space, id),
            ["5", var id, _] => (EntityKind.Folder, id),
            ["6", var id, _] => (EntityKind.List, id),
            _ => null,
        };

    private static ClickUpLink? OfView(EntityKind kind, string id, string? workspace, string? doc = null) =>
        EntityText.MayBeViewId(id) ? new ClickUpLink(kind, id, workspace, doc) : null;

    // The path without query and fragment; null when the text is no address of ClickUp's.
    private static string? PathOf(string text)
    {
        if (!text.Contains("clickup.com", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // Markdown writes a link as [words](address).
        int open = text.IndexOf("](", StringComparison.Ordinal);
        bool isMarkdown = open > 0 && text.TrimStart().StartsWith('[') && text.TrimEnd().EndsWith(')');
        string address = (isMarkdown ? text[(open + 2)..].TrimEnd().TrimEnd(')') : text).Trim('<', '>', ' ');
        bool hasScheme = address.Contains("://", StringComparison.Ordinal);
        string full = hasScheme ? address : $"https://{address}";
        return
            Uri.TryCreate(full, UriKind.Absolute, out Uri? url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && IsHost(url.Host)
            ? url.AbsolutePath
            : null;
    }

    // The first is where the application is; people shorten it.
    private static bool IsHost(string host) => host is "app.clickup.com" or "clickup.com" or "www.clickup.com";

    // In a link the place says that it is an id, so shorter and older ones count as well.
    private static bool IsTask(string text) =>
        EntityText.IsCustomTaskId(text)
        || (text.Length is > 0 and <= 12 && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}

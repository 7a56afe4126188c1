using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The addresses under which people open docs and pages.</summary>
internal static class DocLinks
{
    /// <summary>The address of a page; null where an id has no known form.</summary>
    public static string? OfPage(string workspace, string doc, string page) =>
        EntityText.IsDigits(workspace) && EntityText.MayBeViewId(doc) && EntityText.MayBeViewId(page)
            ? $"https://app.clickup.com/{workspace}/v/dc/{doc}/{page}"
            : null;
}

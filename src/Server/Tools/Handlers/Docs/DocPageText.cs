using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A page of a doc with its Markdown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its title.</param>
/// <param name="SubTitle">What stands below the title; empty for nothing.</param>
/// <param name="Content">The Markdown.</param>
/// <param name="Creator">The id of who made it; null where that is not shown.</param>
internal sealed record DocPageText(string Id, string Name, string SubTitle, string Content, string? Creator = null)
{
    private PageOutline? _outline;

    /// <summary>Its headings.</summary>
    public PageOutline Outline => _outline ??= PageOutline.Read(Content);

    public static DocPageText Read(JsonElement page) =>
        new(
            page.Text("id") ?? string.Empty,
            page.Text("name") ?? string.Empty,
            page.Text("sub_title") ?? string.Empty,
            page.Text("content") ?? string.Empty,
            page.Text("creator_id")
        );
}

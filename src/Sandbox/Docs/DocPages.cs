using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Docs;

/// <summary>Adds pages to documents.</summary>
internal static class DocPages
{
    public static DocPage Add(
        World world,
        Doc doc,
        string id,
        string name,
        Member author,
        long now,
        DocPage? parent = null
    )
    {
        var page = new DocPage
        {
            Id = id,
            Doc = doc,
            Name = name,
            Creator = author,
            DateCreated = now,
            DateUpdated = now,
            Parent = parent,
        };
        (parent?.Pages ?? doc.Pages).Add(page);
        world.Pages.Add(id, page);
        return page;
    }
}

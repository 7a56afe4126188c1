using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Docs;

/// <summary>The document and the page that a path names.</summary>
internal static class DocLookup
{
    public static Doc Doc(this Call call)
    {
        var workspace = call.Workspace;
        return
            call.World.Docs.GetValueOrDefault(call.Path["doc_id"]) is { } doc
            && doc.Workspace == workspace
            && (doc.IsPublic || doc.Creator == call.Caller)
            ? doc
            : throw Refuse.NotFound("Doc");
    }

    public static DocPage Page(this Call call)
    {
        var doc = call.Doc();
        return call.World.Pages.GetValueOrDefault(call.Path["page_id"]) is { } page && page.Doc == doc
            ? page
            : throw Refuse.NotFound("Page");
    }
}

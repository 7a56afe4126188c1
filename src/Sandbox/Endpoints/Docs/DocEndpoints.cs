using System.Text.Json;
using ClickUpMcp.Sandbox.Docs;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Documents: the filtered listing that is called search, and creating and reading one.</summary>
internal static class DocEndpoints
{
    private const string Root = "/api/v3/workspaces/{workspace_id}/docs";

    /// <summary>A smaller limit is refused here, unlike elsewhere in version 3.</summary>
    private const int MinimumLimit = 10;

    private static readonly string[] Visibilities = ["PUBLIC", "PRIVATE", "PERSONAL", "HIDDEN"];

    public static Route[] Routes { get; } =
    [
        new("GET", Root, Search),
        new("POST", Root, Create),
        new("GET", Root + "/{doc_id}", static call => ApiResponse.Json(writer => DocJson.Write(writer, call.Doc()))),
    ];

    private static ApiResponse Search(Call call)
    {
        var workspace = call.Workspace;
        var id = call.Query.Text("id");
        var creator = call.Query.Text("creator");
        var parent = call.Query.Text("parent_id");
        var type = call.Query.Text("parent_type") is { } word ? DocParents.TypeOf(word) : (ParentType?)null;
        var isDeleted = call.Query.IsTrue("deleted");
        var isArchived = call.Query.IsTrue("archived");
        var docs = call.World.Docs.Values.Where(doc =>
            doc.Workspace == workspace
            && doc.IsDeleted == isDeleted
            && doc.IsArchived == isArchived
            && (doc.IsPublic || doc.Creator == call.Caller)
            && (id is null || doc.Id == id)
            && (creator is null || doc.Creator.Id.ToString() == creator)
            && (parent is null || doc.ParentId == parent)
            && (type is null || doc.ParentType == type)
        );
        var parameter = call.Query.Has("cursor") ? "cursor" : "next_cursor";
        var (page, next) = CursorPage.Read(call, docs, MinimumLimit, parameter);
        return ApiResponse.Object(writer =>
        {
            writer.WriteList("docs", page, DocJson.Write);
            if (next is not null)
            {
                writer.WriteString("next_cursor", next);
            }
        });
    }

    private static ApiResponse Create(Call call)
    {
        var workspace = call.Workspace;
        var (parent, type) = DocParents.Read(call, workspace);
        var doc = new Doc
        {
            Id = call.World.Ids.Prefixed(),
            Workspace = workspace,
            Name = call.Body.Text("name") ?? "",
            ParentId = parent,
            ParentType = type,
            Creator = call.Caller,
            DateCreated = call.Now,
            DateUpdated = call.Now,
            IsPublic = IsPublic(call.Body.Find("visibility")),
        };
        call.World.Docs.Add(doc.Id, doc);
        if (call.Body.Flag("create_page") ?? true)
        {
            DocPages.Add(call.World, doc, call.World.Ids.Prefixed(), "", call.Caller, call.Now);
        }

        return ApiResponse.Json(writer => DocJson.Write(writer, doc), status: 201);
    }

    // A word, or its number from 1.
    private static bool IsPublic(JsonElement? visibility)
    {
        var number = visibility switch
        {
            null => 1,
            { ValueKind: JsonValueKind.String } word => Array.IndexOf(Visibilities, word.GetString()) + 1,
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var given) => given,
            _ => 0,
        };
        return number is >= 1 and <= 4 ? number == 1 : throw Refuse.BadRequest("Invalid visibility");
    }
}

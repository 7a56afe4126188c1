using ClickUpMcp.Sandbox.Docs;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Pages of documents; none can be deleted.</summary>
internal static class DocPageEndpoints
{
    private const string Root = "/api/v3/workspaces/{workspace_id}/docs/{doc_id}";

    public static Route[] Routes { get; } =
    [
        new("GET", Root + "/page_listing", GetListing),
        new("GET", Root + "/pages", GetAll),
        new("POST", Root + "/pages", Create),
        new("GET", Root + "/pages/{page_id}", Get),
        new("PUT", Root + "/pages/{page_id}", Update),
    ];

    private static ApiResponse GetListing(Call call)
    {
        var doc = call.Doc();
        var depth = Depth(call);
        return ApiResponse.Json(writer => DocJson.WriteListing(writer, doc.Pages, depth));
    }

    private static ApiResponse GetAll(Call call)
    {
        var doc = call.Doc();
        var depth = Depth(call);
        var isPlain = ContentFormat.IsPlain(call.Query.Text("content_format"));
        return ApiResponse.Json(writer => DocJson.WritePages(writer, doc.Pages, depth, isPlain));
    }

    private static ApiResponse Get(Call call)
    {
        var page = call.Page();
        var isPlain = ContentFormat.IsPlain(call.Query.Text("content_format"));
        return ApiResponse.Json(writer => DocJson.WritePage(writer, page, depth: 0, isPlain));
    }

    private static ApiResponse Create(Call call)
    {
        var doc = call.Doc();
        _ = ContentFormat.IsPlain(call.Body.Text("content_format"));
        DocPage? parent = null;
        if (call.Body.Text("parent_page_id") is { Length: > 0 } id)
        {
            parent =
                call.World.Pages.GetValueOrDefault(id) is { } found && found.Doc == doc
                    ? found
                    : throw Refuse.NotFound("Parent page");
        }

        var name = call.Body.Text("name") ?? "";
        var page = DocPages.Add(call.World, doc, call.World.Ids.Prefixed(), name, call.Caller, call.Now, parent);
        page.SubTitle = call.Body.Text("sub_title");
        page.Content = call.Body.Text("content") ?? "";
        doc.DateUpdated = call.Now;
        return ApiResponse.Json(writer => DocJson.WritePage(writer, page, depth: 0, isPlain: false), status: 201);
    }

    // The response has no body.
    private static ApiResponse Update(Call call)
    {
        var page = call.Page();
        _ = ContentFormat.IsPlain(call.Body.Text("content_format"));
        var mode = call.Body.Text("content_edit_mode") ?? "replace";
        if (mode is not ("replace" or "append" or "prepend"))
        {
            throw Refuse.BadRequest("content_edit_mode must be one of replace, append, prepend");
        }

        if (call.Body.Text("content") is { } content)
        {
            page.Content = mode switch
            {
                "append" => $"{page.Content}\n{content}",
                "prepend" => $"{content}\n{page.Content}",
                _ => content,
            };
        }

        page.Name = call.Body.Text("name") ?? page.Name;
        page.SubTitle = call.Body.Text("sub_title") ?? page.SubTitle;
        page.EditedBy = call.Caller;
        page.DateUpdated = call.Now;
        page.Doc.DateUpdated = call.Now;
        return ApiResponse.Done;
    }

    // -1, the default, is without limit; 0 shows the outermost pages only.
    private static int Depth(Call call) =>
        call.Query.Text("max_page_depth") is not { Length: > 0 } text ? -1
        : int.TryParse(text, out var depth) && depth >= -1 ? depth
        : throw Refuse.BadRequest("max_page_depth must be a number from -1");
}

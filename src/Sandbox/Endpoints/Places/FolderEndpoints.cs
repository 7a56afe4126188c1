using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Folders.</summary>
internal static class FolderEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/space/{space_id}/folder", GetAll),
        new("POST", "/api/v2/space/{space_id}/folder", Create),
        new("GET", "/api/v2/folder/{folder_id}", Get),
        new("PUT", "/api/v2/folder/{folder_id}", Update),
        new("DELETE", "/api/v2/folder/{folder_id}", Delete),
    ];

    // Subfolders come in the same flat list; the hidden folders of folderless lists do not.
    private static ApiResponse GetAll(Call call)
    {
        var space = call.Space;
        var isArchived = call.Query.IsTrue("archived");
        var folders = call
            .World.Folders.Values.Where(folder =>
                folder.Space == space && !folder.IsHidden && folder.IsArchived == isArchived
            )
            .OrderBy(static folder => folder.OrderIndex);
        return ApiResponse.Object(writer =>
            writer.WriteList("folders", folders, (inner, folder) => FolderJson.Write(inner, call.World, folder))
        );
    }

    private static ApiResponse Create(Call call)
    {
        var space = call.Space;
        Folder? parent = null;
        if (call.Body.Text("parent_folder_id") is { } id)
        {
            parent = call.World.Folders.GetValueOrDefault(id) ?? throw Refuse.UnknownId();
        }

        var name = Names.Required(call.Body, "Folder name invalid");
        var folder = NewPlace.AddFolder(call.World, space, name, parent);
        folder.OverridesStatuses = call.Body.Flag("override_statuses") == true;
        return Show(call, folder, withSubfolders: false);
    }

    private static ApiResponse Get(Call call) => Show(call, call.Folder, call.Query.IsTrue("include_subfolders"));

    // A parent_folder_id in the body is ignored: that is another operation.
    private static ApiResponse Update(Call call)
    {
        var folder = call.Folder;
        folder.Name = Names.OrCurrent(call.Body, folder.Name);
        folder.OverridesStatuses = call.Body.Flag("override_statuses") ?? folder.OverridesStatuses;
        return Show(call, folder, withSubfolders: false);
    }

    private static ApiResponse Delete(Call call)
    {
        call.World.Remove(call.Folder);
        return ApiResponse.Empty;
    }

    private static ApiResponse Show(Call call, Folder folder, bool withSubfolders) =>
        ApiResponse.Object(writer => FolderJson.WriteMembers(writer, call.World, folder, withSubfolders));
}

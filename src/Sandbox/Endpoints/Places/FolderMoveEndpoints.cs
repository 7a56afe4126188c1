using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Moving folders, into other folders and to other spaces.</summary>
internal static class FolderMoveEndpoints
{
    public static Route[] Routes { get; } = [new("PUT", "/api/v2/folder/{folder_id}/position", Move)];

    // A parent wins over a space, and brings its own.
    private static ApiResponse Move(Call call)
    {
        var (world, folder) = (call.World, call.Folder);
        var parent = call.Body.Text("parent_folder_id") is { } id
            ? world.Folders.GetValueOrDefault(id) ?? throw Refuse.UnknownId()
            : null;
        var space = parent?.Space ?? Space(call);
        if (folder.IsHidden || parent?.IsHidden == true || IsWithin(parent, folder))
        {
            throw Refuse.BadRequest("Folder cannot be moved there");
        }

        if (space.Workspace != folder.Space.Workspace)
        {
            throw Refuse.UnknownId();
        }

        folder.Parent = parent;
        Enter(world, folder, space);
        ChangeTypes(world, folder, call.Body.Object("custom_type_map"));
        Place(world, folder, (int)Math.Clamp(call.Body.Number("position") ?? 0, 0, int.MaxValue));
        return ApiResponse.Empty;
    }

    private static Space Space(Call call) =>
        call.Body.Text("space_id") is { } id
            ? call.FindSpace(id) ?? throw Refuse.UnknownSpace()
            : throw Refuse.BadRequest("parent_folder_id or space_id is required");

    private static bool IsWithin(Folder? candidate, Folder folder) =>
        candidate is not null && (candidate == folder || IsWithin(candidate.Parent, folder));

    // Tasks keep the status of that name; without one they begin the new workflow.
    private static void Enter(World world, Folder folder, Space space)
    {
        folder.Space = space;
        foreach (var task in world.Tasks.Values.Where(task => task.List.Folder == folder))
        {
            task.Status = task.List.FindStatus(task.Status.Name) ?? task.List.Statuses[0];
        }

        foreach (var child in world.Folders.Values.Where(child => child.Parent == folder))
        {
            Enter(world, child, space);
        }
    }

    // Types are the workspace's, so none is missing anywhere; a map is applied all the same.
    private static void ChangeTypes(World world, Folder folder, RequestBody? map)
    {
        foreach (var task in world.Tasks.Values.Where(task => map is not null && IsWithin(task.List.Folder, folder)))
        {
            task.CustomItemId = map!.Number(task.CustomItemId.ToString()) ?? task.CustomItemId;
        }
    }

    private static void Place(World world, Folder folder, int position)
    {
        var siblings = world
            .Folders.Values.Where(other =>
                other != folder && other.Space == folder.Space && other.Parent == folder.Parent && !other.IsHidden
            )
            .OrderBy(static other => other.OrderIndex)
            .ToList();
        siblings.Insert(Math.Min(position, siblings.Count), folder);
        foreach (var (index, sibling) in siblings.Index())
        {
            sibling.OrderIndex = index;
        }
    }
}

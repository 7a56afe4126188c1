using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Privacy and explicit access of one thing (version 3).</summary>
internal static class AccessEndpoints
{
    public static Route[] Routes { get; } =
    [new("PATCH", "/api/v3/workspaces/{workspace_id}/{object_type}/{object_id}/acls", Patch)];

    private static ApiResponse Patch(Call call)
    {
        var workspace = call.Workspace;
        var target = Find(call, workspace);
        var changes = call
            .Body.Items("entries")
            .Select(item => Read(new RequestBody(item), workspace, target))
            .ToList();
        foreach (var (person, group, grant) in changes)
        {
            workspace.Grants.RemoveAll(old => old.Target == target && old.Person == person && old.Group == group);
            if (grant is not null)
            {
                workspace.Grants.Add(grant);
            }
        }

        if (call.Body.Flag("private") is { } isPrivate)
        {
            Hide(target, isPrivate);
        }

        return ApiResponse.Empty;
    }

    private static object Find(Call call, Workspace workspace)
    {
        var id = call.Path["object_id"];
        (object? target, Space? space) = call.Path["object_type"] switch
        {
            "space" when call.World.Spaces.GetValueOrDefault(id) is { } found => (found, found),
            "folder" when call.World.Folders.GetValueOrDefault(id) is { } found => (found, found.Space),
            "list" when call.World.Lists.GetValueOrDefault(id) is { } found => (found, found.Space),
            "task" when call.World.Tasks.GetValueOrDefault(id) is { } found => (found, found.List.Space),
            _ => ((object?)null, (Space?)null),
        };
        return target is not null && space?.Workspace == workspace ? target : throw Refuse.NotFound("Object");
    }

    // A level of null takes the access away.
    private static (Member? Person, UserGroup? Group, Grant? Grant) Read(
        RequestBody entry,
        Workspace workspace,
        object target
    )
    {
        var id = entry.Text("id");
        var (person, group) = entry.Text("kind") switch
        {
            "user" => (workspace.Members.Find(member => member.Id.ToString() == id), (UserGroup?)null),
            "group" => ((Member?)null, workspace.Groups.Find(known => known.Id == id)),
            _ => throw Refuse.BadRequest("kind must be one of the following values: user, group"),
        };
        if (person is null && group is null)
        {
            throw Refuse.NotFound("User or group");
        }

        return entry.IsNull("permission_level")
            ? (person, group, null)
            : (person, group, new Grant(target, person, group, Level(entry.Find("permission_level"))));
    }

    private static AccessLevel Level(JsonElement? written) =>
        written is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt32(out var level)
        && Enum.IsDefined((AccessLevel)level)
            ? (AccessLevel)level
            : throw Refuse.BadRequest("permission_level must be one of the following values: 1, 3, 4, 5");

    private static void Hide(object target, bool isPrivate)
    {
        switch (target)
        {
            case Space space:
                space.IsPrivate = isPrivate;
                break;
            case Folder folder:
                folder.IsPrivate = isPrivate;
                break;
            case TaskList list:
                list.IsPrivate = isPrivate;
                break;
            case TaskItem task:
                task.IsPrivate = isPrivate;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(target));
        }
    }
}

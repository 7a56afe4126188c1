using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The folder or space that copies of lists go to, and what it gives to them.</summary>
/// <param name="Folder">The folder; null where the space itself is meant.</param>
/// <param name="Space">The space.</param>
/// <param name="Shown">The folder or space as ClickUp shows it.</param>
internal sealed record CopyTarget(FolderId? Folder, SpaceId Space, JsonElement Shown)
{
    /// <summary>The workspace, where it is another than that of the original.</summary>
    public WorkspaceInfo? Other { get; private init; }

    /// <summary>The custom fields that a list there has from above.</summary>
    public required IReadOnlyList<CustomFieldInfo> Fields { get; init; }

    /// <summary>Whether the original is in the same folder, or in the same space and no folder.</summary>
    public required bool IsOfOriginal { get; init; }

    /// <summary>What it is, to be quoted in a sentence.</summary>
    public string Name =>
        $"{(Folder is null ? "space" : "folder")} {TaskReading.Name(Shown)}{(Other is null ? "" : " of another workspace")}";

    /// <summary>Looks at the place, and finds out whether it is in another workspace.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="space">Else the space; neither means the place of the original.</param>
    /// <param name="original">The list or folder that is copied.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public static async ValueTask<CopyTarget> FindAsync(
        FolderId? folder,
        SpaceId? space,
        JsonElement original,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        string? own = original.Member("space").Text("id");
        FolderId? above = FolderOf(original);
        (FolderId? target, SpaceId? around) = (folder, space) is (null, null)
            ? (above, own is null ? null : new SpaceId(own))
            : (folder, space);
        JsonElement shown = await context.SendAsync(
            target is { } named
                ? ClickUpOperations.GetFolder(named)
                : ClickUpOperations.GetSpace(around ?? throw Nowhere()),
            cancellationToken
        );
        string there = (target is null ? shown : shown.Member("space")).Text("id") ?? throw Nowhere();
        WorkspaceInfo? workspace = await FindWorkspaceAsync(there, context, cancellationToken);
        bool isOther =
            there != own
            && workspace is not null
            && own is not null
            && await FindWorkspaceAsync(own, context, cancellationToken) is { } home
            && home.Id != workspace.Id;
        return new CopyTarget(target, new SpaceId(there), shown)
        {
            Other = isOther ? workspace : null,
            Fields = await FieldsAsync(target, new SpaceId(there), workspace, context, cancellationToken),
            IsOfOriginal = there == own && target?.Value == above?.Value,
        };
    }

    // Lists without a folder name a hidden one.
    private static FolderId? FolderOf(JsonElement original) =>
        original.Member("folder") is { ValueKind: JsonValueKind.Object } folder
        && !folder.IsTrue("hidden")
        && folder.Text("id") is { } id
            ? new FolderId(id)
            : null;

    /// <summary>The workspace of a space; null where nothing tells.</summary>
    public static async ValueTask<WorkspaceInfo?> FindWorkspaceAsync(
        string space,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        WorkspaceDirectory directory = context.Services.Directory;
        foreach (WorkspaceInfo workspace in await directory.GetWorkspacesAsync(afterMiss: false, cancellationToken))
        {
            IReadOnlyList<SpaceInfo> spaces = await directory.GetSpacesAsync(
                new WorkspaceId(workspace.Id),
                cancellationToken
            );
            if (spaces.Any(s => s.Id == space))
            {
                return workspace;
            }
        }

        return null;
    }

    private static async ValueTask<IReadOnlyList<CustomFieldInfo>> FieldsAsync(
        FolderId? folder,
        SpaceId space,
        WorkspaceInfo? workspace,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<EntityId> places = [space];
        if (folder is { } named)
        {
            places.Insert(0, named);
        }

        if (workspace is not null)
        {
            places.Add(new WorkspaceId(workspace.Id));
        }

        List<CustomFieldInfo> fields = [];
        foreach (EntityId place in places)
        {
            fields.AddRange(
                await context.Services.Directory.GetFieldsAsync(place, afterMiss: false, cancellationToken)
            );
        }

        return [.. fields.DistinctBy(static field => field.Id)];
    }

    private static ActionableException Nowhere() =>
        new(
            "Nothing tells in which space the original is.",
            "ClickUp's response names none. Nothing was done.",
            "Name the space that the copy goes to."
        );
}

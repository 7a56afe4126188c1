using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The list that copies go to, and what of the original it has too.</summary>
internal sealed class CopyPlace
{
    private IReadOnlyList<JsonElement> _statuses;
    private readonly HashSet<string>? _members;

    private CopyPlace(ListId list, JsonElement shown, WorkspaceInfo? other)
    {
        List = list;
        Name = TaskReading.Name(shown);
        Other = other;
        _statuses = [.. shown.Items("statuses")];
        _members = other?.Members.Select(static member => member.Id).ToHashSet();
    }

    /// <summary>The list; none while it is yet to be made.</summary>
    public ListId List { get; private set; }

    /// <summary>Its name, to be quoted in a sentence.</summary>
    public string Name { get; }

    /// <summary>Whether it is the list of the original.</summary>
    public bool IsSameList { get; private init; }

    /// <summary>Its workspace, where it is another than that of the original.</summary>
    public WorkspaceInfo? Other { get; }

    /// <summary>Whether it is in the workspace of the original.</summary>
    public bool IsSameWorkspace => Other is null;

    /// <summary>The custom fields of the list; null where those of the original are meant.</summary>
    public IReadOnlyList<CustomFieldInfo>? Fields { get; private init; }

    /// <summary>A list of the workspace of the original.</summary>
    public static CopyPlace InWorkspace(ListId list, JsonElement shown, IReadOnlyList<CustomFieldInfo> fields) =>
        new(list, shown, other: null) { Fields = fields };

    /// <summary>A list that is yet to be made.</summary>
    /// <param name="list">The original, after which it is called.</param>
    /// <param name="target">The folder or space that gives it statuses and custom fields.</param>
    public static CopyPlace Planned(JsonElement list, CopyTarget target) =>
        new(default, list, target.Other) { _statuses = [.. target.Shown.Items("statuses")], Fields = target.Fields };

    /// <summary>Looks at the list, and finds out whether it is in another workspace.</summary>
    /// <param name="list">The list; null for that of the original.</param>
    /// <param name="tree">What is copied.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public static async ValueTask<CopyPlace> FindAsync(
        ListId? list,
        TaskTree tree,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement root = tree.Root.Task;
        if (list is not { } target || TaskReading.IsHome(root, target))
        {
            return new CopyPlace(TaskReading.HomeOf(root), root.Member("list"), other: null) { IsSameList = true };
        }

        JsonElement shown = await context.SendAsync(ClickUpOperations.GetList(target), cancellationToken);
        WorkspaceInfo? other = await FindOtherWorkspaceAsync(root, shown, context, cancellationToken);
        return new CopyPlace(target, shown, other)
        {
            Fields = await context.Services.Directory.GetFieldsAsync(target, afterMiss: false, cancellationToken),
        };
    }

    /// <summary>Takes the list that was made, and what ClickUp shows of it.</summary>
    public void Made(ListId list, JsonElement shown)
    {
        List = list;
        if (shown.Items("statuses").Any())
        {
            _statuses = [.. shown.Items("statuses")];
        }
    }

    /// <summary>The workspace of a list where it is another than that of a task; null where it is the same, or nothing tells.</summary>
    /// <remarks>Lists do not say in which workspace they are, so their space is looked for in the other ones.</remarks>
    public static async ValueTask<WorkspaceInfo?> FindOtherWorkspaceAsync(
        JsonElement task,
        JsonElement list,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        string? space = list.Member("space").Text("id");
        if (space is null || space == task.Member("space").Text("id"))
        {
            return null;
        }

        WorkspaceDirectory directory = context.Services.Directory;
        foreach (WorkspaceInfo workspace in await directory.GetWorkspacesAsync(afterMiss: false, cancellationToken))
        {
            if (
                workspace.Id != task.Text("team_id")
                && (await directory.GetSpacesAsync(new WorkspaceId(workspace.Id), cancellationToken)).Any(s =>
                    s.Id == space
                )
            )
            {
                return workspace;
            }
        }

        return null;
    }

    /// <summary>The list's status for one of the original: of the same name, else of the same type; null for its first.</summary>
    public string? StatusFor(JsonElement status)
    {
        string? name = status.Text("status");
        if (IsSameList)
        {
            return name;
        }

        string? type = status.Text("type");
        return Find(s => IsSame(s.Text("status"), name)) ?? Find(s => s.Text("type") == type) ?? FindEnd(type);
    }

    /// <summary>The list's field for one of the original: of the same id, else of the same name and type; null for none.</summary>
    public CustomFieldInfo? FieldFor(JsonElement field)
    {
        (string id, string name, string type) = (Text("id"), Text("name"), Text("type"));
        return Fields is not { } fields
            ? new CustomFieldInfo(id, name, type, field.Member("type_config"))
            : fields.FirstOrDefault(f => f.Id == id)
                ?? fields.FirstOrDefault(f => f.Type == type && IsSame(f.Name, name));

        string Text(string member) => field.Text(member) ?? string.Empty;
    }

    /// <summary>Whether a person may be given a task there.</summary>
    public bool HasMember(string id) => _members?.Contains(id) != false;

    // Where a list has no status "done", what is done is closed there, and the other way about.
    private string? FindEnd(string? type) =>
        type is "done" or "closed" ? Find(static s => s.Text("type") is "done" or "closed") : null;

    private string? Find(Func<JsonElement, bool> isWanted) => _statuses.FirstOrDefault(isWanted).Text("status");

    private static bool IsSame(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

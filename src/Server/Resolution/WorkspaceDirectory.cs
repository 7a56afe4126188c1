using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>What one principal's ClickUp contains: workspaces, members, spaces, folders, lists, statuses and fields, cached.</summary>
/// <remarks>
/// Everything is kept per instance, so nothing passes from one principal to another. <c>afterMiss</c> asks for an
/// answer that is at most a few seconds old, because a name was not found in an older one.
/// </remarks>
internal sealed class WorkspaceDirectory(IClickUpClient client, ResolverOptions options, TimeProvider time)
{
    // The user's id and time zone hardly ever change.
    private static readonly TimeSpan UserLifetime = TimeSpan.FromMinutes(15);

    private readonly HierarchyLoader _hierarchyLoader = new(client);
    private readonly DirectoryReader _reader = new(client);
    private readonly TaskScanner _taskScanner = new(client, options.MaxTaskPages);
    private readonly LoadCache<UserInfo> _users = new(time, capacity: 1);
    private readonly LoadCache<IReadOnlyList<WorkspaceInfo>> _workspaces = new(time, capacity: 1);
    private readonly LoadCache<WorkspaceHierarchy> _hierarchies = new(time, capacity: 8);
    private readonly LoadCache<IReadOnlyList<string>> _statuses = new(time, capacity: 64);
    private readonly LoadCache<IReadOnlyList<CustomFieldInfo>> _fields = new(time, capacity: 64);
    private readonly LoadCache<TaskHome> _homes = new(time, capacity: 64);
    private readonly LoadCache<TaskScan> _scans = new(time, capacity: 4);

    /// <summary>The user whom the token belongs to.</summary>
    public Task<UserInfo> GetUserAsync(CancellationToken cancellationToken) =>
        _users.GetAsync(string.Empty, UserLifetime, _reader.ReadUserAsync, cancellationToken);

    /// <summary>The workspaces that the token may use, with their members.</summary>
    public Task<IReadOnlyList<WorkspaceInfo>> GetWorkspacesAsync(bool afterMiss, CancellationToken cancellationToken) =>
        _workspaces.GetAsync(string.Empty, MaxAge(afterMiss), _reader.ReadWorkspacesAsync, cancellationToken);

    /// <summary>The spaces, folders and lists of a workspace.</summary>
    public Task<WorkspaceHierarchy> GetHierarchyAsync(
        string workspaceId,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _hierarchies.GetAsync(
            workspaceId,
            MaxAge(afterMiss),
            token => _hierarchyLoader.LoadAsync(workspaceId, token),
            cancellationToken
        );

    /// <summary>The status names of a resolved list, folder or space, in order; empty when ClickUp sends none.</summary>
    public Task<IReadOnlyList<string>> GetStatusesAsync(
        EntityReference container,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _statuses.GetAsync(
            KeyOf(container),
            MaxAge(afterMiss),
            token => _reader.ReadStatusesAsync(container, token),
            cancellationToken
        );

    /// <summary>The custom fields of a resolved list (inherited ones included), or those defined at a folder, space or workspace.</summary>
    public Task<IReadOnlyList<CustomFieldInfo>> GetFieldsAsync(
        EntityReference container,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _fields.GetAsync(
            KeyOf(container),
            MaxAge(afterMiss),
            token => _reader.ReadFieldsAsync(container, token),
            cancellationToken
        );

    /// <summary>A task's own id and home list.</summary>
    /// <param name="task">A task id or custom id.</param>
    /// <param name="customIdWorkspace">For a custom id: the id of its workspace; null otherwise.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public Task<TaskHome> GetTaskHomeAsync(
        string task,
        string? customIdWorkspace,
        CancellationToken cancellationToken
    ) =>
        _homes.GetAsync(
            $"{customIdWorkspace}/{task}",
            MaxAge(afterMiss: false),
            token => _reader.ReadTaskHomeAsync(task, customIdWorkspace, token),
            cancellationToken
        );

    /// <summary>The tasks that a search by name goes through, most recently updated first.</summary>
    /// <param name="workspaceId">The workspace; unused when <paramref name="place"/> is a list.</param>
    /// <param name="place">A resolved list, folder or space; null for the whole workspace.</param>
    /// <param name="afterMiss">Whether an older answer had no match.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public Task<TaskScan> GetTasksAsync(
        string workspaceId,
        EntityReference? place,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _scans.GetAsync(
            place is null ? workspaceId : $"{workspaceId}/{KeyOf(place)}",
            MaxAge(afterMiss),
            token => _taskScanner.ScanAsync(workspaceId, place, token),
            cancellationToken
        );

    /// <summary>Forgets spaces, folders, lists, and the statuses and fields that hang on them.</summary>
    public void InvalidateHierarchy()
    {
        _hierarchies.Clear();
        _statuses.Clear();
        _fields.Clear();
    }

    /// <summary>Forgets what is known of tasks.</summary>
    public void InvalidateTasks()
    {
        _scans.Clear();
        _homes.Clear();
    }

    private TimeSpan MaxAge(bool afterMiss) => afterMiss ? options.MissLifetime : options.Lifetime;

    private static string KeyOf(EntityReference container) => $"{container.Kind}/{container.Id}";
}

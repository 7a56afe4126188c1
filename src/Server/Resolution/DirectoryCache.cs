namespace ClickUpMcp.Resolution;

/// <summary>What is known of one principal's ClickUp, shared by all views of its directory.</summary>
internal sealed class DirectoryCache(TimeProvider time)
{
    public LoadCache<UserInfo> Users { get; } = new(time, capacity: 1);

    public LoadCache<IReadOnlyList<WorkspaceInfo>> Workspaces { get; } = new(time, capacity: 1);

    public LoadCache<WorkspaceHierarchy> Hierarchies { get; } = new(time, capacity: 8);

    public LoadCache<IReadOnlyList<string>> Statuses { get; } = new(time, capacity: 64);

    public LoadCache<IReadOnlyList<CustomFieldInfo>> Fields { get; } = new(time, capacity: 64);

    public LoadCache<TaskHome> Homes { get; } = new(time, capacity: 64);

    public LoadCache<TaskScan> Scans { get; } = new(time, capacity: 4);

    public LoadCache<ListedThings> Listings { get; } = new(time, capacity: 64);
}

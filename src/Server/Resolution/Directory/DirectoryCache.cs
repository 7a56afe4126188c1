using ClickUpMcp.Projection;

namespace ClickUpMcp.Resolution;

/// <summary>What is known of one principal's ClickUp, shared by all views of its directory.</summary>
internal sealed class DirectoryCache(TimeProvider time)
{
    public LoadCache<UserInfo> Users { get; } = new(time, capacity: 1);

    public LoadCache<IReadOnlyList<WorkspaceInfo>> Workspaces { get; } = new(time, capacity: 1);

    public LoadCache<WorkspaceHierarchy> Hierarchies { get; } = new(time, capacity: 8);

    public LoadCache<IReadOnlyList<SpaceInfo>> SpaceLists { get; } = new(time, capacity: 8);

    public LoadCache<IReadOnlyList<string>> Statuses { get; } = new(time, capacity: 64);

    public LoadCache<IReadOnlyList<string>> Tags { get; } = new(time, capacity: 64);

    public LoadCache<string> Spaces { get; } = new(time, capacity: 64);

    public LoadCache<string> SpaceNames { get; } = new(time, capacity: 64);

    public LoadCache<IReadOnlyList<CustomFieldInfo>> Fields { get; } = new(time, capacity: 64);

    public LoadCache<TaskHome> Homes { get; } = new(time, capacity: 64);

    public LoadCache<TaskScan> Scans { get; } = new(time, capacity: 4);

    public LoadCache<ListedThings> Listings { get; } = new(time, capacity: 64);

    /// <summary>Who belongs to the workspaces, as they were read last.</summary>
    public (IReadOnlyList<WorkspaceInfo> Of, KnownAuthors Known) Authors { get; set; } = ([], KnownAuthors.None);

    /// <summary>Drops the listings in which things of these kinds are found.</summary>
    public void Invalidate(EntityKindSet kinds)
    {
        foreach (EntityKind kind in kinds.Members())
        {
            Invalidate(kind);
        }
    }

    private void Invalidate(EntityKind kind)
    {
        switch (NameResolutions.Of(kind))
        {
            case NameResolution.Workspace or NameResolution.Member:
                Workspaces.Clear();
                break;
            case NameResolution.Container:
                Hierarchies.Clear();
                SpaceLists.Clear();
                Spaces.Clear();
                SpaceNames.Clear();
                break;
            case NameResolution.Task:
                Scans.Clear();
                Homes.Clear();
                break;
            case NameResolution.Status:
                // Without a list, a status is looked for in the hierarchy.
                Statuses.Clear();
                Hierarchies.Clear();
                break;
            case NameResolution.Tag:
                Tags.Clear();
                break;
            case NameResolution.CustomField:
                Fields.Clear();
                break;
            default:
                Listings.Clear(ListingTarget.KeyOf(kind));
                break;
        }
    }
}

using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>Turns names into ids over one principal's directory.</summary>
internal sealed class NameResolver : INameResolver
{
    private readonly ResolverOptions _options;
    private readonly WorkspaceResolver _workspaces;
    private readonly ContainerResolver _containers;
    private readonly MemberResolver _members;
    private readonly StatusResolver _statuses;
    private readonly TagResolver _tags;
    private readonly CustomFieldResolver _fields;
    private readonly TaskResolver _tasks;
    private readonly ListedThingResolver _listed;

    public NameResolver(WorkspaceDirectory directory, ResolverOptions options)
    {
        Directory = directory;
        _options = options;
        _workspaces = new WorkspaceResolver(directory, options);
        _containers = new ContainerResolver(directory, _workspaces);
        _members = new MemberResolver(directory, _workspaces);
        _tasks = new TaskResolver(directory, _workspaces);
        _listed = new ListedThingResolver(directory, _workspaces);
        HomeListFinder homeLists = new(directory);
        _statuses = new StatusResolver(directory, _workspaces, homeLists);
        _tags = new TagResolver(directory, _workspaces);
        _fields = new CustomFieldResolver(directory, _workspaces, homeLists);
    }

    /// <summary>What names are looked up in.</summary>
    public WorkspaceDirectory Directory { get; }

    public async ValueTask<EntityId> ResolveAsync(
        EntityReference reference,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        if (NameResolutions.Of(reference.Kind) == NameResolution.Workspace)
        {
            return await _workspaces.ResolveAsync(reference, scope.Lookups, cancellationToken);
        }

        string text = EntityText.Clean(reference.Text);
        if (text.Length == 0)
        {
            throw NameErrors.Empty(reference.Kind);
        }

        return NameResolutions.Of(reference.Kind) switch
        {
            NameResolution.Task => await _tasks.ResolveAsync(text, scope, cancellationToken),
            NameResolution.Member => Id(await _members.ResolveAsync(text, scope, cancellationToken)),
            NameResolution.Status => Id(await _statuses.ResolveAsync(text, scope, cancellationToken)),
            NameResolution.Tag => Id(await _tags.ResolveAsync(text, scope, cancellationToken)),
            NameResolution.CustomField => Id(await _fields.ResolveAsync(text, scope, cancellationToken)),
            NameResolution.Container => Id(
                await _containers.ResolveAsync(reference.Kind, text, scope, cancellationToken)
            ),
            _ => Id(await _listed.ResolveAsync(reference.Kind, text, scope, cancellationToken)),
        };

        EntityId Id(string id) => new(reference.Kind, id);
    }

    public INameResolver Over(WorkspaceDirectory directory) => new NameResolver(directory, _options);

    public async ValueTask<DateZones> GetZonesAsync(CancellationToken cancellationToken) =>
        DateZones.Of(_options.TimeZoneId, (await Directory.GetUserAsync(cancellationToken)).TimeZone);
}

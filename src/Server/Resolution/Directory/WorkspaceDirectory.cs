using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Resolution;

/// <summary>What one principal's ClickUp contains, from workspaces and members to fields and docs, cached.</summary>
/// <remarks>
/// Everything is kept per instance, so nothing passes from one principal to another. <c>afterMiss</c> asks for a
/// response that is at most a few seconds old, because a name was not found in an older one.
/// </remarks>
internal sealed class WorkspaceDirectory
{
    // The user's id and time zone hardly ever change.
    private static readonly TimeSpan UserLifetime = TimeSpan.FromMinutes(15);

    private readonly IClickUpClient _client;
    private readonly ResolverOptions _options;
    private readonly DirectoryCache _cache;
    private readonly IUpstreamCall _call;

    public WorkspaceDirectory(IClickUpClient client, ResolverOptions options, TimeProvider time)
        : this(client, options, new DirectoryCache(time), new UnboundCall()) { }

    private WorkspaceDirectory(IClickUpClient client, ResolverOptions options, DirectoryCache cache, IUpstreamCall call)
    {
        _client = client;
        _options = options;
        _cache = cache;
        _call = call;
    }

    /// <summary>The same directory, asked on behalf of a call.</summary>
    public WorkspaceDirectory For(IUpstreamCall call, AuthoredTexts? authored = null) =>
        new(_client, _options, _cache, call) { Authored = authored };

    /// <summary>The same directory, which asks by another way.</summary>
    public WorkspaceDirectory Over(IClickUpClient client) =>
        new(client, _options, _cache, _call) { Authored = Authored };

    /// <summary>The user whom the token belongs to.</summary>
    public Task<UserInfo> GetUserAsync(CancellationToken cancellationToken) =>
        _cache.Users.GetAsync(
            string.Empty,
            UserLifetime,
            (call, token) => PeopleReader(call).ReadUserAsync(token),
            _call,
            cancellationToken
        );

    /// <summary>The workspaces that the token may use, with their members.</summary>
    public Task<IReadOnlyList<WorkspaceInfo>> GetWorkspacesAsync(bool afterMiss, CancellationToken cancellationToken) =>
        _cache.Workspaces.GetAsync(
            string.Empty,
            MaxAge(afterMiss),
            (call, token) => PeopleReader(call).ReadWorkspacesAsync(token),
            _call,
            cancellationToken
        );

    /// <summary>What is done with texts from outside; null where they are shown as they are.</summary>
    public AuthoredTexts? Authored { get; private init; }

    /// <summary>Who belongs to the workspaces, as far as that was read lately; asks nobody.</summary>
    public KnownAuthors KnownAuthors =>
        _cache.Workspaces.Known(MaxAge(afterMiss: false)) is [var workspaces]
            ? AuthorsOf(workspaces)
            : KnownAuthors.None;

    /// <summary>Who belongs to the workspaces; nobody is known where they cannot be read.</summary>
    public async ValueTask<KnownAuthors> ReadAuthorsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return AuthorsOf(await GetWorkspacesAsync(afterMiss: false, cancellationToken));
        }
        catch (ActionableException)
        {
            return KnownAuthors.None;
        }
    }

    private KnownAuthors AuthorsOf(IReadOnlyList<WorkspaceInfo> workspaces)
    {
        (IReadOnlyList<WorkspaceInfo> of, KnownAuthors known) = _cache.Authors;
        if (!ReferenceEquals(of, workspaces))
        {
            // Who is a guest in one of several workspaces counts as one: a text does not say where it is from.
            known = new KnownAuthors(
                workspaces
                    .SelectMany(static workspace => workspace.Members)
                    .GroupBy(static member => member.Id, StringComparer.Ordinal)
                    .ToDictionary(
                        static group => group.Key,
                        static group =>
                            group.Any(static member => member.IsGuest == true) ? true
                            : group.All(static member => member.IsGuest == false) ? false
                            : (bool?)null,
                        StringComparer.Ordinal
                    )
            );
            _cache.Authors = (workspaces, known);
        }

        return known;
    }

    /// <summary>The spaces, folders and lists of a workspace.</summary>
    public Task<WorkspaceHierarchy> GetHierarchyAsync(
        WorkspaceId workspace,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _cache.Hierarchies.GetAsync(
            workspace.Value,
            MaxAge(afterMiss),
            (call, token) => new HierarchyLoader(ClientOf(call)).LoadAsync(workspace, token),
            _call,
            cancellationToken
        );

    /// <summary>The spaces of a workspace, in one request where its other places need not be known.</summary>
    public Task<IReadOnlyList<SpaceInfo>> GetSpacesAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        _cache.SpaceLists.GetAsync(
            workspace.Value,
            MaxAge(afterMiss: false),
            (call, token) => new HierarchyLoader(ClientOf(call)).LoadSpacesAsync(workspace, token),
            _call,
            cancellationToken
        );

    /// <summary>The spaces, folders and lists of the workspaces that were looked up lately; asks nobody.</summary>
    public IReadOnlyList<WorkspaceHierarchy> KnownHierarchies => _cache.Hierarchies.Known(MaxAge(afterMiss: false));

    /// <summary>The status names of a list, folder or space, in order; empty when ClickUp sends none.</summary>
    public Task<IReadOnlyList<string>> GetStatusesAsync(
        EntityId container,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _cache.Statuses.GetAsync(
            KeyOf(container),
            MaxAge(afterMiss),
            (call, token) => Reader(call).ReadStatusesAsync(container, token),
            _call,
            cancellationToken
        );

    /// <summary>Whether there is a list, folder or space of this id.</summary>
    public async Task<bool> ExistsAsync(EntityId container, CancellationToken cancellationToken)
    {
        try
        {
            await GetStatusesAsync(container, afterMiss: false, cancellationToken);
            return true;
        }
        catch (ClickUpApiException refusal) when (refusal.Kind == ApiErrorKind.NotFoundOrNoAccess)
        {
            return false;
        }
    }

    /// <summary>The custom fields of a list (inherited ones included), or those defined at a folder, space or workspace.</summary>
    public Task<IReadOnlyList<CustomFieldInfo>> GetFieldsAsync(
        EntityId container,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _cache.Fields.GetAsync(
            KeyOf(container),
            MaxAge(afterMiss),
            (call, token) => Reader(call).ReadFieldsAsync(container, token),
            _call,
            cancellationToken
        );

    /// <summary>The names of a space's tags.</summary>
    public Task<IReadOnlyList<string>> GetTagsAsync(
        SpaceId space,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _cache.Tags.GetAsync(
            space.Value,
            MaxAge(afterMiss),
            (call, token) => Reader(call).ReadTagsAsync(space, token),
            _call,
            cancellationToken
        );

    /// <summary>The space that a task, list or folder is in; a space itself.</summary>
    public async Task<SpaceId> GetSpaceOfAsync(EntityId place, CancellationToken cancellationToken)
    {
        switch (place.Kind)
        {
            case EntityKind.Space:
                return SpaceId.Of(place);
            case EntityKind.Task:
                TaskHome home = await GetTaskHomeAsync(TaskId.Of(place), cancellationToken);
                return home.SpaceId is { } known
                    ? new SpaceId(known)
                    : await GetSpaceOfAsync(new ListId(home.ListId), cancellationToken);
            default:
                return new SpaceId(
                    await _cache.Spaces.GetAsync(
                        KeyOf(place),
                        MaxAge(afterMiss: false),
                        (call, token) => Reader(call).ReadSpaceAsync(place, token),
                        _call,
                        cancellationToken
                    )
                );
        }
    }

    /// <summary>The name of a place that a request tells; null for places whose names things show beside their ids.</summary>
    public async Task<string?> GetPlaceNameAsync(EntityId place, CancellationToken cancellationToken) =>
        place.Kind != EntityKind.Space
            ? null
            : await _cache.SpaceNames.GetAsync(
                place.Value,
                MaxAge(afterMiss: false),
                (call, token) => Reader(call).ReadSpaceNameAsync(SpaceId.Of(place), token),
                _call,
                cancellationToken
            );

    /// <summary>A task's own id and home list.</summary>
    public Task<TaskHome> GetTaskHomeAsync(TaskId task, CancellationToken cancellationToken) =>
        _cache.Homes.GetAsync(
            $"{task.CustomIdWorkspace}/{task}",
            MaxAge(afterMiss: false),
            (call, token) => Reader(call).ReadTaskHomeAsync(task, token),
            _call,
            cancellationToken
        );

    /// <summary>The tasks that a search by name goes through, most recently updated first.</summary>
    /// <param name="place">A list, a folder, a space or the workspace.</param>
    /// <param name="workspace">The workspace of a folder or space; null for the others.</param>
    /// <param name="afterMiss">Whether an older response had no match.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public Task<TaskScan> GetTasksAsync(
        EntityId place,
        WorkspaceId? workspace,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _cache.Scans.GetAsync(
            KeyOf(place),
            MaxAge(afterMiss),
            async (call, token) =>
            {
                KnownAuthors authors = Authored is null ? KnownAuthors.None : await ReadAuthorsAsync(token);
                TaskScanner scanner = new(new CallClient(_client, call), _options.MaxTaskPages)
                {
                    Shown = Authored is { } texts ? task => texts.Apply(task, authors) : null,
                };
                return await scanner.ScanAsync(TaskScanner.RequestFor(place, workspace), token);
            },
            _call,
            cancellationToken
        );

    /// <summary>Things of a kind that ClickUp only lists, such as the goals of a workspace.</summary>
    public Task<ListedThings> GetListedAsync(
        ListingTarget target,
        bool afterMiss,
        CancellationToken cancellationToken
    ) =>
        _cache.Listings.GetAsync(
            target.Key,
            MaxAge(afterMiss),
            (call, token) => new ListingReader(ClientOf(call), _options.MaxListingPages).ReadAsync(target, token),
            _call,
            cancellationToken
        );

    /// <summary>Drops the cached listings in which things of these kinds are found.</summary>
    public void Invalidate(EntityKindSet kinds) => _cache.Invalidate(kinds);

    private IClickUpClient ClientOf(IUpstreamCall call) =>
        Authored is { } texts
            ? new NamesClient(new CallClient(_client, call), texts, this)
            : new CallClient(_client, call);

    private DirectoryReader Reader(IUpstreamCall call) => new(ClientOf(call));

    // Who the people are is not asked while it is being asked.
    private DirectoryReader PeopleReader(IUpstreamCall call) => new(new CallClient(_client, call));

    private TimeSpan MaxAge(bool afterMiss) => afterMiss ? _options.MissLifetime : _options.Lifetime;

    private static string KeyOf(EntityId place) => $"{place.Kind}/{place.Value}";
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>One tool call: the services of its principal, its workspace, its progress, and the responses it reads.</summary>
internal sealed class ToolCallContext(ToolServices services, IProgressReporter progress) : IDisposable
{
    private EntityReference? _named;
    private EntityReference? _watched;
    private EntityId? _workspace;
    private List<IDisposable>? _owned;
    private Dictionary<string, DatedArgument>? _dates;
    private CallLookups? _lookups;
    private ActionableException? _refusal;
    private readonly HashSet<EntityId> _narrowing = [];
    private readonly List<string> _unused = [];

    /// <summary>The principal's services.</summary>
    public ToolServices Services { get; } = services;

    /// <summary>The tool that this call runs on behalf of another one; null for a direct call.</summary>
    public string? Inner { get; set; }

    /// <summary>When the principal's scopes do not allow the tool to run in this one's place: all that it takes.</summary>
    public ToolScopes? NeededScopes { get; set; }

    /// <summary>What the caller wants to read from the response of the handler's tool.</summary>
    public ResponseQuery? Query { get; set; }

    /// <summary>Which items of a list response are wanted; null means all.</summary>
    public ItemFilter? Filter { get; set; }

    /// <summary>What the tool that runs was asked; null until its arguments are bound.</summary>
    public BoundArguments? Arguments { get; set; }

    /// <summary>Whether the tool that runs changes nothing.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>What is wrong with what the call names, found so far.</summary>
    public CallProblems Problems { get; } = new();

    /// <summary>What the look-ups of the call have in common.</summary>
    public CallLookups Lookups => _lookups ??= new CallLookups(Remark, Services.Call);

    /// <summary>Where progress is reported.</summary>
    public IProgressReporter Progress { get; } = progress;

    /// <summary>What the tools take that were entered.</summary>
    public ToolScopes Scopes { get; private set; }

    /// <summary>What the call may take, and how far it has come; null outside a dispatched call.</summary>
    public WaitingCall? Waiting { get; init; }

    /// <summary>The file that came with the call beside its arguments; null for none.</summary>
    public FileSource? Upload { get; init; }

    /// <summary>Whether the tool that runs may be called again after a call of which nobody knows whether it was carried out.</summary>
    public bool IsRepeatable { get; private set; }

    /// <summary>Whether the tool that runs removes things.</summary>
    public bool Removes { get; private set; }

    /// <summary>The id of what <see cref="Watch"/> was told of; null until it is resolved.</summary>
    public EntityId? Watched { get; private set; }

    /// <summary>What dates of the call are relative to: of one that was confirmed, the time of what was shown.</summary>
    public DateTimeOffset Now => Waiting?.Confirmation.ShownAt ?? Services.Time.GetUtcNow();

    /// <summary>How long the call may still take; null where nothing bounds it.</summary>
    public TimeSpan? TimeLeft => Waiting?.Left;

    /// <summary>How long so many requests take at the pace of the API; nothing where no pace is known.</summary>
    public TimeSpan TimeOf(int requests) =>
        Waiting?.PerMinute is { } pace ? TimeSpan.FromMinutes((double)requests / pace) : TimeSpan.Zero;

    /// <summary>A call for one item of this one, with its own problems and remarks.</summary>
    public ToolCallContext ForItem(ToolServices services) =>
        new(services, Progress)
        {
            _named = _named,
            IsReadOnly = IsReadOnly,
            IsRepeatable = IsRepeatable,
            Removes = Removes,
            Lookups = { NeedsWholeNames = Lookups.NeedsWholeNames },
        };

    /// <summary>Makes the call a dry run: from now on what would write is noted in place of being sent.</summary>
    public Rehearsal Rehearse() =>
        Waiting?.Rehearse(new Rehearsal(Services.Client))
        ?? throw new InvalidOperationException("Only a dispatched call can be a dry run.");

    /// <summary>Notes what a reference is found to mean.</summary>
    public void Watch(EntityReference? reference) => _watched = reference;

    /// <summary>Gives a call that writes many things the time for it, where its caller hears how far it has come.</summary>
    public void ExtendDeadline() => Waiting?.Extend();

    /// <summary>Says how many things of a call are done.</summary>
    public void ReportProgress(int done, int? total, string message)
    {
        if (Waiting is { } waiting)
        {
            waiting.Report(done, total, message);
        }
        else
        {
            Progress.Report(done, total, message);
        }
    }

    /// <summary>Takes which tool runs, and with that what the call may send.</summary>
    public void Enter(int index, ToolInventory inventory)
    {
        Enter(inventory.Catalog.Traits(index), inventory.Catalog.Scope(index));
        Waiting?.Enter(ToolPermission.Of(index, inventory));
        if (Waiting is not null && inventory.RulesOf(index) is { Count: > 0 } rules)
        {
            CallRules.Enter(rules, Waiting);
        }

        // What runs another tool sends nothing itself, and that one enters in its turn.
        if (!ToolRunner.RunsOthers(index, inventory.Catalog))
        {
            Waiting?.Confirmation.Enter(inventory.Catalog.Traits(index));
            HoldWrites();
        }
    }

    /// <summary>Takes that the call is about more than one thing.</summary>
    public void EnterBulk()
    {
        Waiting?.Confirmation.EnterBulk();
        HoldWrites();
    }

    private void HoldWrites()
    {
        if (Waiting is { Confirmation.Holds: true })
        {
            Rehearse();
        }
    }

    /// <summary>Takes what kind of tool runs.</summary>
    public void Enter(ToolTraits traits, ToolScope scope)
    {
        Scopes |= ToolScopeSet.Of(scope);
        IsReadOnly = traits.HasFlag(ToolTraits.ReadOnly);
        IsRepeatable = traits.HasFlag(ToolTraits.Idempotent);
        Removes = scope == ToolScope.Delete;
        // What is removed is gone, so a part of a name is no sufficient order to do so.
        Lookups.NeedsWholeNames = traits.HasFlag(ToolTraits.Destructive) && scope != ToolScope.Write;
    }

    /// <summary>Takes the workspace that the caller named; one named before stays where it named none.</summary>
    public void NameWorkspace(EntityReference? workspace)
    {
        if (workspace is not null)
        {
            _named = workspace;
            _workspace = null;
        }
    }

    /// <summary>The workspace that the call works in; null until that is asked for.</summary>
    public EntityId? Workspace => _workspace;

    /// <summary>The workspace that the caller named, or else the configured or only one.</summary>
    public async ValueTask<EntityId> ResolveWorkspaceAsync(CancellationToken cancellationToken)
    {
        if (_workspace is { } known)
        {
            return known;
        }

        EntityReference reference = _named ?? new EntityReference(EntityKind.Workspace, string.Empty);
        EntityId workspace = await Services.Names.ResolveAsync(
            reference,
            new ResolutionScope(null, [], false, Lookups),
            cancellationToken
        );
        _workspace = workspace;
        return workspace;
    }

    /// <summary>Adds a sentence that stands beside the result.</summary>
    public void Remark(string sentence) => Services.Remarks.Add(sentence);

    /// <summary>Where a name of this call is looked up.</summary>
    /// <param name="allowCustomId">Whether a custom task id may be sent as it is.</param>
    /// <param name="within">What narrows the look-up, most specific first; absent ones are null.</param>
    public ResolutionScope Scope(bool allowCustomId, params ReadOnlySpan<EntityId?> within)
    {
        int count = 0;
        foreach (EntityId? container in within)
        {
            count += container is null ? 0 : 1;
        }

        EntityId[] given = count == 0 ? [] : new EntityId[count];
        count = 0;
        foreach (EntityId? container in within)
        {
            if (container is { } there)
            {
                given[count++] = there;
            }
        }

        return new ResolutionScope(_named, given, allowCustomId, Lookups);
    }

    /// <summary>The things of a list that narrow a look-up; none when it is not given.</summary>
    public static EntityId?[] Each(EntityId[]? ids) =>
        ids is null ? [] : Array.ConvertAll(ids, static id => (EntityId?)id);

    /// <summary>The id of what a reference means; what means nothing is a problem of the call, and has no id.</summary>
    public async ValueTask<EntityId> ResolveAsync(
        EntityReference reference,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        if (scope.IsLost)
        {
            return EntityId.Unresolved(reference.Kind);
        }

        try
        {
            int trusted = Lookups.Trusted;
            EntityId id = await Services.Names.ResolveAsync(reference, scope, cancellationToken);
            if (ReferenceEquals(reference, _watched))
            {
                Watched = id;
            }

            if (Lookups.Trusted == trusted)
            {
                // Of several kinds, only the most specific one is looked in.
                _narrowing.UnionWith(scope.Within.Where(container => container.Kind == scope.Within[0].Kind));
            }

            return id;
        }
        catch (ActionableException problem) when (problem.IsOfCaller)
        {
            Problems.Add(problem);
            return EntityId.Unresolved(reference.Kind);
        }
    }

    /// <summary>Notes an argument that only narrows look-ups, and narrowed none: what it would narrow was given by its id.</summary>
    public void CheckNarrowing(string argument, EntityId? container)
    {
        if (container is { IsUnresolved: false } given && !_narrowing.Contains(given))
        {
            _unused.Add(argument);
        }
    }

    /// <summary>Says that an argument was of use to the handler itself.</summary>
    public void HasUsed(string argument) => _unused.Remove(argument);

    /// <summary>Says which arguments were not used.</summary>
    public void RemarkUnused() => _unused.ForEach(argument => Remark(Unused(argument)));

    private static string Unused(string argument) =>
        $"{argument} was not used: it only says where a name is looked up, and none was looked up there.";

    /// <summary>The ids of what the references of a list mean, in its order.</summary>
    public async ValueTask<EntityId[]> ResolveAllAsync(
        IReadOnlyList<EntityReference> references,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        ResolutionScope choice = scope with { IsChoice = true };
        if (
            references is [{ MayBeSeveral: true } only]
            && only.Parts is { Count: > 1 } parts
            && !await IsNameAsync(only, choice, cancellationToken)
        )
        {
            references = parts;
        }

        EntityId[] ids = new EntityId[references.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = await ResolveAsync(references[i], choice, cancellationToken);
        }

        return ids;
    }

    // Names may have commas themselves.
    private async ValueTask<bool> IsNameAsync(
        EntityReference reference,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await Services.Names.ResolveAsync(reference, scope with { MayBeNew = false }, cancellationToken);
            return true;
        }
        catch (ActionableException problem) when (problem.IsOfCaller)
        {
            return false;
        }
    }

    /// <summary>The instant that a date means on the user's calendar.</summary>
    public async ValueTask<ResolvedDate> ResolveDateAsync(DateExpression date, CancellationToken cancellationToken)
    {
        DateZones zones = await Services.GetZonesAsync(cancellationToken);
        ResolvedDate resolved;
        try
        {
            resolved = DateParser.Resolve(date, Now, zones);
        }
        catch (ActionableException problem)
        {
            Problems.Add(problem);
            return default;
        }

        string meaning = DateEcho.Describe(date, resolved, zones);
        (_dates ??= [])[date.Name] = new DatedArgument(resolved, meaning);
        if (!DateEcho.IsPlain(date))
        {
            Remark($"{date.Name}: {meaning}");
        }

        return resolved;
    }

    /// <summary>Adds the end of a span of time to the dates, unless its start or its length was not given.</summary>
    public void AddSpan(string name, string start, long? milliseconds)
    {
        if (milliseconds is { } length && _dates is not null && _dates.TryGetValue(start, out DatedArgument from))
        {
            ResolvedDate end = from.Date with { UnixMilliseconds = from.Date.UnixMilliseconds + length };
            _dates[name] = new DatedArgument(end, $"{DurationText.Format(length)} after {from.Meaning}");
        }
    }

    /// <summary>Notes dates that do not fit each other or the present.</summary>
    public void CheckDates(DateRule[] rules)
    {
        try
        {
            if (_dates is not null)
            {
                DateRules.Check(rules, _dates, Now);
            }
        }
        catch (ActionableException problem)
        {
            Problems.Add(problem);
        }
    }

    /// <summary>Notes things that must differ and are the same.</summary>
    public async ValueTask HoldApartAsync(DistinctThings[] things, CancellationToken cancellationToken)
    {
        try
        {
            await DistinctCheck.CheckAsync(things, Services.Directory, cancellationToken);
        }
        catch (ActionableException problem) when (problem.IsOfCaller)
        {
            Problems.Add(problem);
        }
    }

    /// <summary>Ends the call when something that it names is wrong, with all that is.</summary>
    /// <remarks>Before the first request that writes, so that nothing is half done.</remarks>
    /// <exception cref="ActionableException">Something is wrong.</exception>
    public void Settle()
    {
        if (_refusal is not null && (Problems.Any || !Lookups.HasFoundName))
        {
            throw _refusal;
        }

        Problems.Throw();
    }

    /// <summary>Looks all names up anew, since what looked like an id may be the name of something.</summary>
    /// <param name="refusal">Why the call failed; thrown again unless a name is found. Null when it did not.</param>
    public void StartOver(ActionableException? refusal)
    {
        _refusal = refusal;
        _unused.ForEach(argument => Services.Remarks.Remove(Unused(argument)));
        _unused.Clear();
        _dates = null;
        _workspace = null;
        Problems.Clear();
        Lookups.CheckIds();
    }

    /// <summary>Resolves each item of a list, one after the other.</summary>
    public static async ValueTask<TResolved[]> EachAsync<T, TResolved>(
        IReadOnlyList<T> items,
        Func<T, ValueTask<TResolved>> resolve
    )
    {
        TResolved[] resolved = new TResolved[items.Count];
        for (int i = 0; i < resolved.Length; i++)
        {
            resolved[i] = await resolve(items[i]);
        }

        return resolved;
    }

    /// <summary>Sends a request and reads its response, which stays readable until the call ends; says what a write did not apply.</summary>
    /// <exception cref="Errors.ActionableException">The request was refused, failed, or its response is not JSON.</exception>
    public async ValueTask<JsonElement> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        var response = await Services.Client.SendAsync(request, cancellationToken);
        JsonElement root = Own(ResponseReader.Parse(response)).RootElement;
        JsonElement item = Query is { } query ? ResponseReader.ItemOf(root, query) : root;
        await new WriteCheck(request, Services).RemarkAsync(item, cancellationToken);
        return root;
    }

    /// <summary>Sends a request for a list and reads as many items as the caller wants; they stay readable until the call ends.</summary>
    /// <param name="request">The request for the first page.</param>
    /// <param name="query">What to read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="filter">Which items count; null for all.</param>
    /// <param name="alsoRead">The members of items that are read besides what is shown; null for all.</param>
    public async ValueTask<ItemPage> ReadPageAsync(
        ClickUpRequest request,
        ResponseQuery query,
        CancellationToken cancellationToken,
        Func<JsonElement, bool>? filter = null,
        IReadOnlyCollection<string>? alsoRead = null
    ) => Own(await Paginator.ReadAsync(Services.Client, request, query, cancellationToken, filter, alsoRead));

    /// <summary>Keeps something until the call ends, and then disposes of it.</summary>
    public T Own<T>(T owned)
        where T : IDisposable
    {
        (_owned ??= []).Add(owned);
        return owned;
    }

    /// <summary>Ends what the call has read.</summary>
    public void Dispose() => _owned?.ForEach(static owned => owned.Dispose());
}

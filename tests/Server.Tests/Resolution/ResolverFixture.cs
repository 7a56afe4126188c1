using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>A resolver over a fake ClickUp and a clock that stands still.</summary>
internal sealed class ResolverFixture
{
    public ResolverFixture(FakeClickUp? clickUp = null, ResolverOptions? options = null)
    {
        ClickUp = clickUp ?? FakeClickUp.Acme();
        options ??= new ResolverOptions();
        Directory = new WorkspaceDirectory(ClickUp, options, Time);
        Resolver = new NameResolver(Directory, options);
        Lookups = new CallLookups(Remarks.Add);
        WritingClient = new DirectoryRefreshingClient(ClickUp, Directory);
    }

    public FakeClickUp ClickUp { get; }

    public ManualTimeProvider Time { get; } = new();

    public WorkspaceDirectory Directory { get; }

    public NameResolver Resolver { get; }

    public IClickUpClient WritingClient { get; }

    /// <summary>The sentences for the caller.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>The call that all look-ups belong to.</summary>
    public CallLookups Lookups { get; }

    public async Task<EntityId> ResolveAsync(
        EntityKind kind,
        string text,
        EntityReference? workspace = null,
        bool allowCustomId = false,
        params EntityId?[] within
    )
    {
        return await Resolver.ResolveAsync(
            new EntityReference(kind, text),
            new ResolutionScope(workspace, [.. within.OfType<EntityId>()], allowCustomId, Lookups),
            TestContext.Current.CancellationToken
        );
    }

    public async Task<string?> IdAsync(EntityKind kind, string text, params EntityId?[] within) =>
        (await ResolveAsync(kind, text, within: within)).Value;

    public Task<ActionableException> FailAsync(EntityKind kind, string text, params EntityId?[] within) =>
        Should.ThrowAsync<ActionableException>(() => IdAsync(kind, text, within));
}

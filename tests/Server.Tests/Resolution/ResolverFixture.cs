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
        WritingClient = new DirectoryRefreshingClient(ClickUp, Directory);
    }

    public FakeClickUp ClickUp { get; }

    public ManualTimeProvider Time { get; } = new();

    public WorkspaceDirectory Directory { get; }

    public NameResolver Resolver { get; }

    public IClickUpClient WritingClient { get; }

    public async Task<EntityReference> ResolveAsync(
        EntityKind kind,
        string text,
        EntityReference? workspace = null,
        bool allowCustomId = false,
        params EntityReference?[] within
    )
    {
        EntityReference reference = new(kind, text);
        await Resolver.ResolveAsync(
            reference,
            new ResolutionScope(workspace, within, allowCustomId),
            TestContext.Current.CancellationToken
        );
        return reference;
    }

    public async Task<string?> IdAsync(EntityKind kind, string text, params EntityReference?[] within) =>
        (await ResolveAsync(kind, text, within: within)).Id;

    public Task<ActionableException> FailAsync(EntityKind kind, string text, params EntityReference?[] within) =>
        Should.ThrowAsync<ActionableException>(() => IdAsync(kind, text, within));
}

using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>One tool call: the services of its principal, its workspace, its progress.</summary>
internal sealed class ToolCallContext(ToolServices services, IProgressReporter progress)
{
    private EntityReference? _workspace;

    /// <summary>The principal's services.</summary>
    public ToolServices Services { get; } = services;

    /// <summary>The tool that this call runs on behalf of another one; null for a direct call.</summary>
    public string? Inner { get; set; }

    /// <summary>Sentences that stand beside the result, found on the way to it.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>What the tool that runs was asked; null until its arguments are bound.</summary>
    public BoundArguments? Arguments { get; set; }

    /// <summary>Where progress is reported.</summary>
    public IProgressReporter Progress { get; } = progress;

    /// <summary>The id of the call's workspace; resolve it first.</summary>
    /// <exception cref="InvalidOperationException">It was not resolved: a bug of the tool.</exception>
    public string WorkspaceId =>
        _workspace?.Id ?? throw new InvalidOperationException("The workspace was used before it was resolved.");

    /// <summary>Resolves the workspace that the caller named, or else the configured or only one.</summary>
    public async ValueTask ResolveWorkspaceAsync(EntityReference? workspace, CancellationToken cancellationToken)
    {
        if (_workspace?.Id is not null)
        {
            return;
        }

        EntityReference reference = workspace ?? new EntityReference(EntityKind.Workspace, string.Empty);
        await Services.Names.ResolveAsync(reference, new ResolutionScope(null, [], false), cancellationToken);
        _workspace = reference;
    }

    /// <summary>Resolves one reference; does nothing for an absent or already resolved one.</summary>
    public ValueTask ResolveAsync(
        EntityReference? reference,
        ResolutionScope scope,
        CancellationToken cancellationToken
    ) =>
        reference is null or { Id: not null }
            ? default
            : Services.Names.ResolveAsync(reference, scope, cancellationToken);

    /// <summary>Resolves each reference of a list.</summary>
    public async ValueTask ResolveAllAsync(
        IReadOnlyList<EntityReference>? references,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        foreach (EntityReference reference in references ?? [])
        {
            await ResolveAsync(reference, scope, cancellationToken);
        }
    }

    /// <summary>Finds out what a date means on the user's calendar; does nothing for an absent one.</summary>
    public async ValueTask ResolveDateAsync(DateExpression? date, CancellationToken cancellationToken)
    {
        if (date is not { IsResolved: false })
        {
            return;
        }

        string zone = await Services.Names.GetTimeZoneIdAsync(cancellationToken);
        DateParser.Resolve(date, Services.Time.GetUtcNow(), zone);
    }
}

using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the workspace of a call: the one it names, else the configured one, else the only one.</summary>
internal sealed class WorkspaceResolver(WorkspaceDirectory directory, ResolverOptions options)
{
    /// <summary>The id of the workspace in which a name is looked up: one that narrows it, else that of the call.</summary>
    public Task<WorkspaceId> ResolveAsync(ResolutionScope scope, CancellationToken cancellationToken) =>
        scope.IdOf(EntityKind.Workspace) is { } within
            ? Task.FromResult(new WorkspaceId(within))
            : ResolveAsync(scope.Workspace, scope.Lookups, cancellationToken);

    /// <summary>The workspace's id.</summary>
    /// <param name="reference">What the caller named; null, or with blank text, when it named none.</param>
    /// <param name="lookups">The call that asks.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<WorkspaceId> ResolveAsync(
        EntityReference? reference,
        CallLookups lookups,
        CancellationToken cancellationToken
    )
    {
        string text = EntityText.Clean(reference?.Text ?? string.Empty);
        if (text.Length == 0)
        {
            text = EntityText.Clean(options.Workspace ?? string.Empty);
        }

        return new WorkspaceId(
            text.Length == 0 ? await OnlyOneAsync(cancellationToken) : await FindAsync(text, lookups, cancellationToken)
        );
    }

    private async Task<string> FindAsync(string text, CallLookups lookups, CancellationToken cancellationToken)
    {
        if (EntityText.IsDigits(text) && lookups.TrustsForm())
        {
            return text;
        }

        if (ClickUpLink.TryParse(text)?.Workspace is { } linked)
        {
            return linked;
        }

        NamedThing workspace = await NameLookup.FindAsync(
            EntityKind.Workspace,
            text,
            lookups,
            async afterMiss =>
                new NameTable(Things(await directory.GetWorkspacesAsync(afterMiss, cancellationToken))).WithId(text)
        );
        return workspace.Id;
    }

    private async Task<string> OnlyOneAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<WorkspaceInfo> all = await directory.GetWorkspacesAsync(afterMiss: false, cancellationToken);
        return all.Count switch
        {
            1 => all[0].Id,
            0 => throw new ActionableException(
                "This key can use no workspace.",
                "ClickUp lists none for it.",
                "Use the key of a user who is a member of the workspace."
            ),
            _ => throw new ActionableException(
                $"This key can use {all.Count} workspaces, and the call does not say which one.",
                "No workspace is configured.",
                "Name one in the argument workspace, or configure it as CLICKUP_TEAM_ID.",
                Things(all).Select(static thing => thing.Describe()).ToList()
            ),
        };
    }

    private static List<NamedThing> Things(IReadOnlyList<WorkspaceInfo> workspaces) =>
        workspaces.Select(static w => new NamedThing(w.Id, w.Name, "workspace", [])).ToList();
}

using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Resolves people by id, e-mail address, name or "me".</summary>
internal sealed class MemberResolver(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>The user's id.</summary>
    public async Task<string> ResolveAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        if (EntityText.IsDigits(text) && scope.TrustsForm(EntityKind.Member))
        {
            return text;
        }

        string name = text.TrimStart('@').TrimStart();
        if (string.Equals(name, "me", StringComparison.OrdinalIgnoreCase))
        {
            return (await directory.GetUserAsync(cancellationToken)).Id;
        }

        WorkspaceId workspace = await workspaces.ResolveAsync(scope, cancellationToken);
        NamedThing member = await NameLookup.FindAsync(
            EntityKind.Member,
            name,
            scope.Lookups,
            async afterMiss =>
                TableOf(await directory.GetWorkspacesAsync(afterMiss, cancellationToken), workspace.Value).WithId(name)
        );
        return member.Id;
    }

    private static NameTable TableOf(IReadOnlyList<WorkspaceInfo> workspaces, string workspaceId)
    {
        WorkspaceInfo? workspace = workspaces.FirstOrDefault(w => w.Id == workspaceId);
        return new NameTable(
            [.. (workspace?.Members ?? []).Select(static member => member.Thing)],
            workspace is null ? "in that workspace" : $"in workspace {workspace.Name}",
            "Use one of the options' exact names, an e-mail address, an id, or \"me\"."
        );
    }
}

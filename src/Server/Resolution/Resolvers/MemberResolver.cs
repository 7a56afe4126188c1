using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Resolves people by id, e-mail address, name or "me".</summary>
internal sealed class MemberResolver(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>The user's id.</summary>
    public async Task<string> ResolveAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        if (EntityText.IsDigits(text))
        {
            return text;
        }

        string name = text.TrimStart('@');
        if (string.Equals(name, "me", StringComparison.OrdinalIgnoreCase))
        {
            return (await directory.GetUserAsync(cancellationToken)).Id;
        }

        WorkspaceId workspace = await workspaces.ResolveAsync(scope.Workspace, cancellationToken);
        NamedThing member = await NameLookup.FindAsync(
            EntityKind.Member,
            name,
            async afterMiss =>
                TableOf(await directory.GetWorkspacesAsync(afterMiss, cancellationToken), workspace.Value, name)
        );
        return member.Id;
    }

    private static NameTable TableOf(IReadOnlyList<WorkspaceInfo> workspaces, string workspaceId, string text)
    {
        WorkspaceInfo? workspace = workspaces.FirstOrDefault(w => w.Id == workspaceId);
        bool byEmail = text.Contains('@', StringComparison.Ordinal);
        List<NamedThing> things = (workspace?.Members ?? [])
            .Select(member =>
                byEmail && member.Email.Length > 0
                    ? new NamedThing(member.Id, member.Email, $"member {member.Name}", [])
                    : new NamedThing(member.Id, member.Name, Contact(member), [])
            )
            .ToList();
        return new NameTable(
            things,
            workspace is null ? "in that workspace" : $"in workspace {workspace.Name}",
            "Use one of the options' exact names, an e-mail address, an id, or \"me\"."
        );
    }

    private static string Contact(MemberInfo member) => member.Email.Length == 0 ? "member" : $"member, {member.Email}";
}

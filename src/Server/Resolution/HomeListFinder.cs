namespace ClickUpMcp.Resolution;

/// <summary>Finds the container whose statuses and fields apply: that of a task is its home list.</summary>
internal sealed class HomeListFinder(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>The resolved list, folder or space that the scope points to; null when it points to none.</summary>
    public async Task<EntityReference?> FindContainerAsync(ResolutionScope scope, CancellationToken cancellationToken)
    {
        EntityReference? given = scope.Given(EntityKind.Task, EntityKind.List, EntityKind.Folder, EntityKind.Space);
        if (given is not { Kind: EntityKind.Task, Id: { } taskId })
        {
            return given;
        }

        string? customIdWorkspace = given.IsCustomId
            ? await workspaces.ResolveAsync(scope.Workspace, cancellationToken)
            : null;
        TaskHome home = await directory.GetTaskHomeAsync(taskId, customIdWorkspace, cancellationToken);
        return EntityReference.ForId(EntityKind.List, home.ListId);
    }
}

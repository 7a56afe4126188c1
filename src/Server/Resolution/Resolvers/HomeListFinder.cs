using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the container whose statuses and fields apply: that of a task is its home list.</summary>
internal sealed class HomeListFinder(WorkspaceDirectory directory)
{
    /// <summary>The list, folder or space that the scope points to; null when it points to none.</summary>
    public async Task<EntityId?> FindContainerAsync(ResolutionScope scope, CancellationToken cancellationToken)
    {
        EntityId? given = scope.Given(EntityKind.Task, EntityKind.List, EntityKind.Folder, EntityKind.Space);
        if (given is not { Kind: EntityKind.Task } task)
        {
            return given;
        }

        TaskHome home = await directory.GetTaskHomeAsync(TaskId.Of(task), cancellationToken);
        return new ListId(home.ListId);
    }
}

using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the containers whose statuses and fields apply: that of a task is its home list.</summary>
internal sealed class HomeListFinder(WorkspaceDirectory directory)
{
    /// <summary>The lists, folders or spaces that the scope points to; none when it points to none.</summary>
    public async Task<IReadOnlyList<EntityId>> FindContainersAsync(
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<EntityId> given = scope.AllGiven(
            EntityKind.Task,
            EntityKind.List,
            EntityKind.Folder,
            EntityKind.Space
        );
        if (given is not [{ Kind: EntityKind.Task } task, ..])
        {
            return given;
        }

        TaskHome home = await directory.GetTaskHomeAsync(TaskId.Of(task), cancellationToken);
        return [new ListId(home.ListId)];
    }
}

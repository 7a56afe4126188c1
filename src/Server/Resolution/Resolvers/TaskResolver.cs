using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Resolves tasks by id, custom id, link or name.</summary>
internal sealed class TaskResolver(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>The task's id; a custom one when the scope allows it.</summary>
    public async Task<TaskId> ResolveAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        ClickUpLink? link = ClickUpLink.TryParse(text);
        if (link is { Kind: EntityKind.Task })
        {
            text = link.Id;
        }

        if (EntityText.IsCustomTaskId(text))
        {
            return await ResolveCustomIdAsync(text, link?.Workspace, scope, cancellationToken);
        }

        return link is { Kind: EntityKind.Task } || EntityText.IsTaskId(text)
            ? new TaskId(text)
            : new TaskId(await FindByNameAsync(text, scope, cancellationToken));
    }

    private async Task<TaskId> ResolveCustomIdAsync(
        string customId,
        string? linkedWorkspace,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        WorkspaceId workspace = linkedWorkspace is null
            ? await workspaces.ResolveAsync(scope.Workspace, cancellationToken)
            : new WorkspaceId(linkedWorkspace);
        TaskId custom = new(customId, workspace);
        if (scope.AllowCustomId && linkedWorkspace is null)
        {
            return custom;
        }

        TaskHome home = await directory.GetTaskHomeAsync(custom, cancellationToken);
        return new TaskId(home.TaskId);
    }

    private async Task<string> FindByNameAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        EntityId place =
            scope.Given(EntityKind.List, EntityKind.Folder, EntityKind.Space)
            ?? await workspaces.ResolveAsync(scope.Workspace, cancellationToken);
        WorkspaceId? workspace = place.Kind is EntityKind.Folder or EntityKind.Space
            ? await workspaces.ResolveAsync(scope.Workspace, cancellationToken)
            : null;
        NamedThing task = await NameLookup.FindAsync(
            EntityKind.Task,
            text,
            async afterMiss =>
                TableOf(await directory.GetTasksAsync(place, workspace, afterMiss, cancellationToken), place.Kind)
        );
        return task.Id;
    }

    private static NameTable TableOf(TaskScan scan, EntityKind place)
    {
        string where = place == EntityKind.Workspace ? "the workspace" : $"this {EntityNoun.Of(place)}";
        string scanned = scan.IsComplete
            ? $"among all {scan.Tasks.Count} tasks of {where}"
            : $"among the {scan.Tasks.Count} most recently updated tasks of {where} (there are more)";
        string next =
            scan.IsComplete ? "Use one of the options' exact names or ids."
            : place == EntityKind.List ? "Give the task's id, as in its link in ClickUp."
            : "Name the task's list as well, or give the task's id, as in its link in ClickUp.";
        return new NameTable(scan.Tasks.Select(Thing).ToList(), scanned, next);
    }

    private static NamedThing Thing(TaskInfo task)
    {
        string list = task.ListName.Length == 0 ? "task" : $"task in list {task.ListName}";
        string where = task.Status.Length == 0 ? list : $"{list}, {task.Status}";
        return new NamedThing(task.Id, task.Name, where, task.Path);
    }
}

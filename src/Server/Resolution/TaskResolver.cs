namespace ClickUpMcp.Resolution;

/// <summary>Resolves tasks by id, custom id, link or name.</summary>
internal sealed class TaskResolver(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>Sets the reference's id.</summary>
    public async Task ResolveAsync(
        EntityReference reference,
        string text,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        ClickUpLink? link = ClickUpLink.TryParse(text);
        if (link is { Kind: EntityKind.Task })
        {
            text = link.Id;
        }

        if (EntityText.IsCustomTaskId(text))
        {
            await ResolveCustomIdAsync(reference, text, link?.Workspace, scope, cancellationToken);
        }
        else if (link is { Kind: EntityKind.Task } || EntityText.IsTaskId(text))
        {
            reference.Resolve(text);
        }
        else
        {
            reference.Resolve(await FindByNameAsync(text, scope, cancellationToken));
        }
    }

    private async Task ResolveCustomIdAsync(
        EntityReference reference,
        string customId,
        string? linkedWorkspace,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        if (scope.AllowCustomId && linkedWorkspace is null)
        {
            reference.Resolve(customId, isCustomId: true);
            return;
        }

        string workspace = linkedWorkspace ?? await workspaces.ResolveAsync(scope.Workspace, cancellationToken);
        TaskHome home = await directory.GetTaskHomeAsync(customId, workspace, cancellationToken);
        reference.Resolve(home.TaskId);
    }

    private async Task<string> FindByNameAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        EntityReference? place = scope.Given(EntityKind.List, EntityKind.Folder, EntityKind.Space);
        string workspace = place is { Kind: EntityKind.List }
            ? string.Empty
            : await workspaces.ResolveAsync(scope.Workspace, cancellationToken);
        NamedThing task = await NameLookup.FindAsync(
            EntityKind.Task,
            text,
            async afterMiss =>
                TableOf(await directory.GetTasksAsync(workspace, place, afterMiss, cancellationToken), place)
        );
        return task.Id;
    }

    private static NameTable TableOf(TaskScan scan, EntityReference? place)
    {
        string where = place is null ? "the workspace" : $"this {EntityNoun.Of(place.Kind)}";
        string scanned = scan.IsComplete
            ? $"among all {scan.Tasks.Count} tasks of {where}"
            : $"among the {scan.Tasks.Count} most recently updated tasks of {where} (there are more)";
        string next =
            scan.IsComplete ? "Use one of the options' exact names or ids."
            : place is { Kind: EntityKind.List } ? "Give the task's id, as in its link in ClickUp."
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

using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Resolves tasks by id, custom id, link or name.</summary>
internal sealed class TaskResolver(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>The task's id; a custom one when the scope allows it.</summary>
    public async Task<TaskId> ResolveAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        ClickUpLink? link = ClickUpLink.TryParse(text);
        if (link is { Kind: not EntityKind.Task })
        {
            throw NameErrors.OtherLink(EntityKind.Task, link.Kind);
        }

        string id = link?.Id ?? EntityText.BareTaskId(text);
        if (EntityText.IsCustomTaskId(id))
        {
            return await ResolveCustomIdAsync(id.ToUpperInvariant(), text, link, scope, cancellationToken);
        }

        return link is not null || (EntityText.IsTaskId(id) && scope.TrustsForm(EntityKind.Task))
            ? new TaskId(id)
            : await FindAsync(text, scope, cancellationToken);
    }

    private async Task<TaskId> ResolveCustomIdAsync(
        string customId,
        string text,
        ClickUpLink? link,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        WorkspaceId workspace = link?.Workspace is { } linked
            ? new WorkspaceId(linked)
            : await workspaces.ResolveAsync(scope, cancellationToken);
        TaskId custom = new(customId, workspace);
        if (scope.AllowCustomId && link?.Workspace is null && scope.TrustsForm(EntityKind.Task))
        {
            return custom;
        }

        try
        {
            return new TaskId((await directory.GetTaskHomeAsync(custom, cancellationToken)).TaskId);
        }
        catch (ClickUpApiException refusal) when (link is null && refusal.Kind == ApiErrorKind.NotFoundOrNoAccess)
        {
            return await FindAsync(text, scope, cancellationToken);
        }
    }

    /// <summary>Finds a task by its name, and what is no name as an id that looks like none.</summary>
    private async Task<TaskId> FindAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return new TaskId(await FindByNameAsync(text, scope, cancellationToken));
        }
        catch (ActionableException failure) when (failure is not ClickUpApiException && EntityText.MayBeTaskId(text))
        {
            if (await FindByIdAsync(text, cancellationToken) is { } id)
            {
                return id;
            }

            throw;
        }
    }

    private async Task<TaskId?> FindByIdAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            TaskId id = new(EntityText.BareTaskId(text).ToLowerInvariant());
            return new TaskId((await directory.GetTaskHomeAsync(id, cancellationToken)).TaskId);
        }
        catch (ClickUpApiException refusal) when (refusal.Kind == ApiErrorKind.NotFoundOrNoAccess)
        {
            return null;
        }
    }

    private async Task<string> FindByNameAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        EntityId place =
            scope.Given(EntityKind.List, EntityKind.Folder, EntityKind.Space)
            ?? await workspaces.ResolveAsync(scope, cancellationToken);
        WorkspaceId? workspace = place.Kind is EntityKind.Folder or EntityKind.Space
            ? await workspaces.ResolveAsync(scope, cancellationToken)
            : null;
        NamedThing task = await NameLookup.FindAsync(
            EntityKind.Task,
            text,
            scope.Lookups,
            async afterMiss =>
                TableOf(await directory.GetTasksAsync(place, workspace, afterMiss, cancellationToken), place.Kind)
                    .WithId(text)
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
        return new NameTable([.. scan.Tasks.Select(static task => task.Thing)], scanned, next)
        {
            IsPartial = !scan.IsComplete,
        };
    }
}

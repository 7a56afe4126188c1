using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the exact name of a status; which ones exist depends on the list.</summary>
internal sealed class StatusResolver(
    WorkspaceDirectory directory,
    WorkspaceResolver workspaces,
    HomeListFinder homeLists
)
{
    /// <summary>The status' name as ClickUp writes it.</summary>
    public async Task<string> ResolveAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        EntityId? container = await homeLists.FindContainerAsync(scope, cancellationToken);
        return container is { } given
            ? await ResolveInAsync(given, text, cancellationToken)
            : await ResolveAnywhereAsync(text, scope, cancellationToken);
    }

    private async Task<string> ResolveInAsync(EntityId container, string text, CancellationToken cancellationToken)
    {
        NamedThing status = await NameLookup.FindAsync(
            EntityKind.Status,
            text,
            async afterMiss =>
            {
                IReadOnlyList<string> names = await directory.GetStatusesAsync(container, afterMiss, cancellationToken);
                return TableOf(names.Count == 0 ? [text] : names, $"in this {EntityNoun.Of(container.Kind)}");
            }
        );
        return status.Id;
    }

    /// <summary>
    /// Looks in the whole workspace. Where some list has statuses that the hierarchy does not show, an unknown name is
    /// passed on as it is: only ClickUp can tell.
    /// </summary>
    private async Task<string> ResolveAnywhereAsync(
        string text,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        WorkspaceId workspace = await workspaces.ResolveAsync(scope.Workspace, cancellationToken);
        NamedThing status = await NameLookup.FindAsync(
            EntityKind.Status,
            text,
            async afterMiss =>
            {
                WorkspaceHierarchy all = await directory.GetHierarchyAsync(workspace, afterMiss, cancellationToken);
                List<string> names = all
                    .Spaces.SelectMany(static space => space.Statuses ?? [])
                    .Concat(all.Folders.SelectMany(static folder => folder.Statuses ?? []))
                    .Concat(all.Lists.SelectMany(static list => list.Statuses ?? []))
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .ToList();
                bool isKnown = names.Contains(text, StringComparer.OrdinalIgnoreCase);
                bool isPartial = names.Count == 0 || all.Lists.Any(static list => list.HidesStatuses);
                return TableOf(isPartial && !isKnown ? [text] : names, "in this workspace");
            }
        );
        return status.Id;
    }

    private static NameTable TableOf(IReadOnlyList<string> names, string place) =>
        new(
            names.Select(static name => new NamedThing(name, name, string.Empty, [])).ToList(),
            place,
            "Use one of these statuses."
        );
}

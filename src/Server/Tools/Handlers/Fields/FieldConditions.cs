using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the custom field filters of a search; fields are looked for in the places that are searched.</summary>
internal sealed class FieldConditions(ResolvedGetWorkspaceTasks arguments, ToolCallContext context)
{
    /// <summary>The conditions, all of which a task must fulfil.</summary>
    public async ValueTask<IReadOnlyList<FieldCondition>> ReadAsync(CancellationToken cancellationToken)
    {
        List<FieldCondition> conditions = [];
        foreach (ResolvedFieldFilter filter in arguments.CustomFields ?? [])
        {
            try
            {
                CustomFieldInfo field = await FindAsync(EntityText.Clean(filter.Field), cancellationToken);
                FieldConditionReader reader = new(field, context);
                conditions.Add(await reader.ReadAsync(filter.Operator, filter.Value, cancellationToken));
            }
            catch (ActionableException problem) when (problem.IsOfCaller)
            {
                context.Problems.Add(problem);
            }
        }

        context.Problems.Throw();
        return conditions;
    }

    private async ValueTask<CustomFieldInfo> FindAsync(string text, CancellationToken cancellationToken)
    {
        Dictionary<string, CustomFieldInfo> known = [];
        NamedThing found = await NameLookup.FindAsync(
            EntityKind.CustomField,
            text,
            context.Lookups,
            async afterMiss =>
            {
                known = await FieldsAsync(afterMiss, cancellationToken);
                return new NameTable(
                    [.. known.Values.Select(static field => field.Thing)],
                    "where the search looks",
                    arguments.Lists is null
                        ? "Use one of the options, or give lists: fields defined in a list are known only there."
                        : null
                ).WithId(text);
            }
        );
        return known[found.Id];
    }

    private async Task<Dictionary<string, CustomFieldInfo>> FieldsAsync(
        bool afterMiss,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, CustomFieldInfo> fields = [];
        foreach (EntityId place in await PlacesAsync(cancellationToken))
        {
            foreach (
                CustomFieldInfo field in await context.Services.Directory.GetFieldsAsync(
                    place,
                    afterMiss,
                    cancellationToken
                )
            )
            {
                fields[field.Id] = field;
            }
        }

        return fields;
    }

    // A list's fields include the inherited ones; every other place tells only its own.
    private async ValueTask<IReadOnlyList<EntityId>> PlacesAsync(CancellationToken cancellationToken)
    {
        if (arguments.Lists is { Count: > 0 } lists)
        {
            return [.. lists.Where(static list => list.Value.Length > 0)];
        }

        WorkspaceHierarchy all = await context.Services.Directory.GetHierarchyAsync(
            arguments.Workspace,
            afterMiss: false,
            cancellationToken
        );
        IReadOnlyList<FolderId> folders = arguments.Folders ?? [];
        HashSet<string> spaces =
        [
            .. (arguments.Spaces ?? []).Select(static space => space.Value),
            .. all.Folders.Where(f => folders.Any(given => given.Value == f.Id)).Select(static f => f.Space.Id),
        ];
        IEnumerable<string> searched = spaces.Count > 0 ? spaces : all.Spaces.Select(static space => space.Id);
        return [arguments.Workspace, .. searched.Select(static id => new SpaceId(id)), .. folders];
    }
}

namespace ClickUpMcp.Resolution;

/// <summary>Resolves custom fields by id or name.</summary>
internal sealed class CustomFieldResolver(
    WorkspaceDirectory directory,
    WorkspaceResolver workspaces,
    HomeListFinder homeLists
)
{
    /// <summary>The field's id.</summary>
    public async Task<string> ResolveAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        if (EntityText.IsUuid(text) && scope.TrustsForm(EntityKind.CustomField))
        {
            return text;
        }

        IReadOnlyList<EntityId> given = await homeLists.FindContainersAsync(scope, cancellationToken);
        EntityId container = given.Count > 0 ? given[0] : await workspaces.ResolveAsync(scope, cancellationToken);
        string noun = EntityNoun.Of(container.Kind);
        NamedThing field = await NameLookup.FindAsync(
            EntityKind.CustomField,
            text,
            scope.Lookups,
            async afterMiss =>
            {
                IReadOnlyList<CustomFieldInfo> fields = await directory.GetFieldsAsync(
                    container,
                    afterMiss,
                    cancellationToken
                );
                return new NameTable(
                    fields.Select(static f => f.Thing).ToList(),
                    $"in this {noun}",
                    container.Kind == EntityKind.List
                        ? null
                        : $"Use one of the options, or name the list: fields defined in lists are not shown at the {noun}."
                ).WithId(text);
            }
        );
        return field.Id;
    }
}

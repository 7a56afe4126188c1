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
        if (EntityText.IsUuid(text))
        {
            return text;
        }

        EntityId container =
            await homeLists.FindContainerAsync(scope, cancellationToken)
            ?? await workspaces.ResolveAsync(scope.Workspace, cancellationToken);
        string noun = EntityNoun.Of(container.Kind);
        NamedThing field = await NameLookup.FindAsync(
            EntityKind.CustomField,
            text,
            async afterMiss =>
            {
                IReadOnlyList<CustomFieldInfo> fields = await directory.GetFieldsAsync(
                    container,
                    afterMiss,
                    cancellationToken
                );
                return new NameTable(
                    fields.Select(static f => new NamedThing(f.Id, f.Name, $"{f.Type} field", [])).ToList(),
                    $"in this {noun}",
                    container.Kind == EntityKind.List
                        ? null
                        : $"Use one of the options, or name the list: fields defined in lists are not shown at the {noun}."
                );
            }
        );
        return field.Id;
    }
}

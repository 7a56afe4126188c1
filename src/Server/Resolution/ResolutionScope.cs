namespace ClickUpMcp.Resolution;

/// <summary>Where a name is looked up.</summary>
/// <param name="Workspace">The workspace the caller named; null means the configured or only one.</param>
/// <param name="Within">Resolved references that narrow the look-up, most specific first; absent ones are null.</param>
/// <param name="AllowCustomId">Whether the endpoint takes a custom task id, so that one need not be looked up.</param>
internal readonly record struct ResolutionScope(
    EntityReference? Workspace,
    EntityReference?[] Within,
    bool AllowCustomId
)
{
    /// <summary>The id of the given thing of this kind that narrows the look-up; null when there is none.</summary>
    public string? IdOf(EntityKind kind) => Given(kind)?.Id;

    /// <summary>The first resolved thing of one of these kinds that narrows the look-up; null when there is none.</summary>
    public EntityReference? Given(params EntityKind[] kinds)
    {
        foreach (EntityReference? reference in Within)
        {
            if (reference is { Id: not null } && Array.IndexOf(kinds, reference.Kind) >= 0)
            {
                return reference;
            }
        }

        return null;
    }
}

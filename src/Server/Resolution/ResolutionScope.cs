namespace ClickUpMcp.Resolution;

/// <summary>Where a name is looked up.</summary>
/// <param name="Workspace">The workspace the caller named; null means the configured or only one.</param>
/// <param name="Within">What narrows the look-up, most specific first.</param>
/// <param name="AllowCustomId">Whether the endpoint takes a custom task id, so that one need not be looked up.</param>
internal readonly record struct ResolutionScope(EntityReference? Workspace, EntityId[] Within, bool AllowCustomId)
{
    /// <summary>The id of the given thing of this kind that narrows the look-up; null when there is none.</summary>
    public string? IdOf(EntityKind kind) => Given(kind)?.Value;

    /// <summary>The first thing of one of these kinds that narrows the look-up; null when there is none.</summary>
    public EntityId? Given(params EntityKind[] kinds)
    {
        foreach (EntityId container in Within)
        {
            if (Array.IndexOf(kinds, container.Kind) >= 0)
            {
                return container;
            }
        }

        return null;
    }
}

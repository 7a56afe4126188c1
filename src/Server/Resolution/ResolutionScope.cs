namespace ClickUpMcp.Resolution;

/// <summary>Where a name is looked up.</summary>
/// <param name="Workspace">The workspace the caller named; null means the configured or only one.</param>
/// <param name="Within">What narrows the look-up, most specific first.</param>
/// <param name="AllowCustomId">Whether the endpoint takes a custom task id, so that one need not be looked up.</param>
/// <param name="Lookups">What the look-ups of the call have in common.</param>
internal readonly record struct ResolutionScope(
    EntityReference? Workspace,
    EntityId[] Within,
    bool AllowCustomId,
    CallLookups Lookups
)
{
    /// <summary>Whether a name that nothing has is made by the write that it is for.</summary>
    public bool MayBeNew { get; init; }

    /// <summary>Whether it is one of several that are chosen by, so that an id of nothing is no error to the API.</summary>
    public bool IsChoice { get; init; }

    /// <summary>Whether the text has the form of an id and is taken for one; on the second look only a look-up can tell.</summary>
    public bool TrustsForm(EntityKind kind) => Lookups.TrustsForm(IsChoice || kind == EntityKind.Member);

    /// <summary>Whether something that narrows the look-up was not found, so that nothing can be looked up in it.</summary>
    public bool IsLost => Array.Exists(Within, static id => id.IsUnresolved);

    /// <summary>The id of the given thing of this kind that narrows the look-up; null when there is none.</summary>
    public string? IdOf(EntityKind kind) => Given(kind)?.Value;

    /// <summary>The first thing of one of these kinds that narrows the look-up; null when there is none.</summary>
    public EntityId? Given(params EntityKind[] kinds) => AllGiven(kinds) is [var first, ..] ? first : null;

    /// <summary>The things that narrow the look-up: all of the first of these kinds that there is one of.</summary>
    public IReadOnlyList<EntityId> AllGiven(params EntityKind[] kinds)
    {
        foreach (EntityId container in Within)
        {
            if (Array.IndexOf(kinds, container.Kind) >= 0)
            {
                return Within.Length == 1 ? Within : Array.FindAll(Within, other => other.Kind == container.Kind);
            }
        }

        return [];
    }
}

using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>Turns the names that callers use into ids; one instance per principal.</summary>
internal interface INameResolver
{
    /// <summary>The id of what a reference means, or an actionable error that lists the candidates.</summary>
    /// <param name="reference">What to resolve.</param>
    /// <param name="scope">Where to look, and what may be sent as it is.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<EntityId> ResolveAsync(
        EntityReference reference,
        ResolutionScope scope,
        CancellationToken cancellationToken
    );

    /// <summary>The same resolver over another view of the directory.</summary>
    INameResolver Over(WorkspaceDirectory directory);

    /// <summary>The zones in which dates are read and shown: the configured one, and that of the token's user.</summary>
    ValueTask<DateZones> GetZonesAsync(CancellationToken cancellationToken);
}

using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace SecondSpec;

/// <summary>Takes every name for an id, and the reader's clock for Berlin's.</summary>
internal sealed class PlainNames : INameResolver
{
    public ValueTask<EntityId> ResolveAsync(
        EntityReference reference,
        ResolutionScope scope,
        CancellationToken cancellationToken
    ) => new(new EntityId(reference.Kind, reference.Text));

    public INameResolver Over(WorkspaceDirectory directory) => this;

    public ValueTask<DateZones> GetZonesAsync(CancellationToken cancellationToken) =>
        new(DateZones.Of(null, "Europe/Berlin"));
}

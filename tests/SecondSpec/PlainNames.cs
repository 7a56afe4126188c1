using ClickUpMcp.Resolution;

namespace SecondSpec;

/// <summary>Takes every name for an id, and the reader's clock for Berlin's.</summary>
internal sealed class PlainNames : INameResolver
{
    public ValueTask ResolveAsync(EntityReference reference, ResolutionScope scope, CancellationToken cancellationToken)
    {
        reference.Resolve(reference.Text);
        return default;
    }

    public INameResolver Over(WorkspaceDirectory directory) => this;

    public ValueTask<string> GetTimeZoneIdAsync(CancellationToken cancellationToken) => new("Europe/Berlin");
}

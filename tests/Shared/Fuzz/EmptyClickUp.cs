using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>A ClickUp that has nothing, and in which every name is an id.</summary>
internal sealed class EmptyClickUp : IClickUpClient, INameResolver
{
    private static readonly byte[] Nothing = "{}"u8.ToArray();

    /// <summary>Services over it, with a clock that stands still.</summary>
    public ToolServices Services
    {
        get
        {
            ManualTimeProvider time = new();
            return new(
                this,
                new WorkspaceDirectory(this, new(), time),
                this,
                new Projector(OutputFormat.Text),
                new CursorCodec(SealKey.OfProcess(), string.Empty, time),
                time
            );
        }
    }

    public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken) =>
        new(new ClickUpResponse(200, Nothing));

    public ValueTask<EntityId> ResolveAsync(
        EntityReference reference,
        ResolutionScope scope,
        CancellationToken cancellationToken
    ) => new(new EntityId(reference.Kind, reference.Text));

    public INameResolver Over(WorkspaceDirectory directory) => this;

    public ValueTask<DateZones> GetZonesAsync(CancellationToken cancellationToken) => new(DateZones.Of(null, "UTC"));
}

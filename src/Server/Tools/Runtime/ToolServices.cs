using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What tools of one principal share: the client, its directory and name resolver, the projector and the clock.</summary>
internal sealed record ToolServices(
    IClickUpClient Client,
    WorkspaceDirectory Directory,
    INameResolver Names,
    Projector Projector,
    TimeProvider Time
)
{
    /// <summary>What the principal may call, for tools that find or run others; null outside a dispatched call.</summary>
    public ToolInventory? Inventory { get; init; }

    /// <summary>The same services for one call: what they send keeps its deadline, and it hears of waits.</summary>
    public ToolServices For(IUpstreamCall call)
    {
        WorkspaceDirectory directory = Directory.For(call);
        return this with
        {
            Client = new CallClient(Client, call),
            Directory = directory,
            Names = Names.Over(directory),
        };
    }
}

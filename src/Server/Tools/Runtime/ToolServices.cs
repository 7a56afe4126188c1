using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What tools of one principal share: the client, its directory and name resolver, the projector and the clock.</summary>
internal sealed record ToolServices(
    IClickUpClient Client,
    WorkspaceDirectory Directory,
    INameResolver Names,
    Projector Projector,
    TimeProvider Time
);

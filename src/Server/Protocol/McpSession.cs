using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol;

/// <summary>What is known of a peer between its messages: what it may use, what was agreed on, what is under way.</summary>
/// <param name="inventory">What it may use.</param>
/// <param name="principal">A hash of who it is; 0 where nobody authenticates.</param>
/// <param name="workspace">The id of the workspace that it works in; null for the token's only one.</param>
/// <param name="idled">Called whenever nothing is under way any more.</param>
internal class McpSession(
    ServerInventory inventory,
    UInt128 principal = default,
    string? workspace = null,
    Action? idled = null
)
{
    public ServerInventory Inventory => inventory;

    public UInt128 Principal => principal;

    public string? Workspace => workspace;

    /// <summary>What the operator calls the principal; null where nobody authenticates.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>What the audit calls it; null for a connection or request that is no session of its own.</summary>
    public virtual string? Hash => null;

    /// <summary>The requests of the peer that are worked on.</summary>
    public InFlightRequests InFlight { get; } = new() { Idled = idled };

    /// <summary>Our own requests that the peer has not responded to.</summary>
    public OutgoingRequests Outgoing { get; } = new();

    /// <summary>The legacy revision that was agreed on; null before that, and for a modern request.</summary>
    public string? Version { get; set; }

    /// <summary>What the client called itself in <c>initialize</c>.</summary>
    public ClientInfo Client { get; set; }

    /// <summary>What the client said in <c>initialize</c> that it can be asked for.</summary>
    public ClientCapabilities Capabilities { get; set; }

    /// <summary>Whether the client knows output schemas and structured content; one that has not said its revision may not.</summary>
    public bool KnowsStructured => Version is { } version && ProtocolVersions.HasStructuredContent(version);

    /// <summary>The list of tools as the peer can read it.</summary>
    /// <param name="isModern">Whether it is asked for by a message of the stateless revision.</param>
    public ReadOnlyMemory<byte> ToolsFor(bool isModern)
    {
        IToolGateway tools = inventory.Tools.Value;
        return isModern || KnowsStructured ? tools.StructuredToolList : tools.ToolList;
    }
}

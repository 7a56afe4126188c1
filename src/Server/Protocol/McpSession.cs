using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol;

/// <summary>What is known of a peer between its messages: what it may use, what was agreed on, what is under way.</summary>
/// <param name="inventory">What it may use.</param>
/// <param name="principal">A hash of who it is; 0 where nobody authenticates.</param>
/// <param name="workspace">The id of the workspace that it works in; null for the token's only one.</param>
/// <param name="left">Called whenever a request has ended, with whether it was the last.</param>
internal class McpSession(
    ServerInventory inventory,
    UInt128 principal = default,
    string? workspace = null,
    Action<bool>? left = null
) : IPeer
{
    private TaskCompletionSource? _over;
    private long _calls;

    public ServerInventory Inventory => inventory;

    public UInt128 Principal => principal;

    public string? Workspace => workspace;

    /// <summary>What the operator calls the principal; null where nobody authenticates.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>How many tool calls there were, and what is served by them.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>What the audit calls it; null for a connection or request that is no session of its own.</summary>
    public virtual string? Hash => null;

    /// <summary>The requests of the peer that are worked on.</summary>
    public InFlightRequests InFlight { get; } = new() { Left = left };

    /// <summary>Our own requests that the peer has not responded to.</summary>
    public OutgoingRequests Outgoing { get; } = new();

    /// <summary>Where messages go that belong to no request; null where there is no such way.</summary>
    public IMessageSink? Way { get; init; }

    public Task Ended => Over.Task;

    // Most sessions have nobody who waits for their end.
    private TaskCompletionSource Over =>
        Volatile.Read(ref _over)
        ?? Interlocked.CompareExchange(
            ref _over,
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
            null
        )
        ?? _over!;

    /// <summary>Counts a tool call.</summary>
    public void CountCall() => Interlocked.Increment(ref _calls);

    /// <summary>Sends a message that belongs to no request; false when nobody reads it.</summary>
    protected virtual bool TrySend(ReadOnlySpan<byte> message) => Way?.TrySend(message) ?? false;

    public bool TryNotify(string method, ReadOnlySpan<byte> parameters)
    {
        using var buffer = new MessageBuffer();
        return TrySend(Notifications.Write(buffer, method, parameters));
    }

    /// <summary>Notes that the peer is gone; returns before whoever hears of it has run.</summary>
    public void EndPeer() => Over.TrySetResult();

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

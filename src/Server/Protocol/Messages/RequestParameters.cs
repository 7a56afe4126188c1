namespace ClickUpMcp.Protocol.Messages;

/// <summary>The parameters that the core itself uses; ranges refer to the message, and an empty one means absent.</summary>
internal struct RequestParameters
{
    /// <summary>Why the parameters are refused; null when they are well formed.</summary>
    public RpcFault? Fault;

    /// <summary><c>name</c> of <c>tools/call</c> and <c>prompts/get</c>.</summary>
    public string? Name;

    /// <summary><c>uri</c> of <c>resources/read</c> and its like.</summary>
    public string? Uri;

    /// <summary><c>arguments</c> of <c>tools/call</c> and <c>prompts/get</c>: an object, of a tool also as text.</summary>
    public Range Arguments;

    /// <summary>Whether <see cref="Arguments"/> is a string.</summary>
    public bool HasTextArguments;

    /// <summary><c>cursor</c> of a list.</summary>
    public bool HasCursor;

    /// <summary><c>protocolVersion</c> of <c>initialize</c>.</summary>
    public string? ProtocolVersion;

    /// <summary><c>requestId</c> of <c>notifications/cancelled</c>, as written.</summary>
    public Range RequestId;

    /// <summary><c>_meta.progressToken</c>, as written.</summary>
    public Range ProgressToken;

    /// <summary>The revision that <c>_meta</c> names.</summary>
    public string? MetaVersion;

    /// <summary>Whether <c>_meta</c> holds the client's capabilities, as an object.</summary>
    public bool HasClientCapabilities;

    /// <summary>What the client calls itself: of <c>initialize</c>, or of a modern request's <c>_meta</c>.</summary>
    public ClientInfo Client;

    /// <summary>What the client can be asked for: of <c>initialize</c>, or of a modern request's <c>_meta</c>.</summary>
    public ClientCapabilities Capabilities;

    /// <summary><c>_meta.traceparent</c> without its quotes.</summary>
    public Range TraceParent;

    /// <summary>Whether <c>_meta</c> holds any key that only the modern revision knows.</summary>
    public bool HasModernMeta;
}

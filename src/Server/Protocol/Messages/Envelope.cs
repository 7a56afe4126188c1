namespace ClickUpMcp.Protocol.Messages;

/// <summary>One JSON-RPC message, taken apart; ranges refer to its bytes.</summary>
internal struct Envelope
{
    /// <summary>Why the message is refused; null when it is well formed.</summary>
    public RpcFault? Fault;

    /// <summary>The messages of a batch; null for a message of its own. A batch is also a fault, except in the revision that has batches.</summary>
    public Range[]? Items;

    /// <summary>The id as written, quotes included; empty when the message has none that could be echoed.</summary>
    public Range Id;

    /// <summary>Whether there is a method: a request or a notification, not a response.</summary>
    public bool HasMethod;

    public MessageMethod Method;

    /// <summary>The method as written, quotes included.</summary>
    public Range MethodName;

    /// <summary><c>params</c> as written.</summary>
    public Range ParametersRange;

    public RequestParameters Parameters;

    /// <summary><c>result</c> or <c>error</c> of a response, as written.</summary>
    public Range Outcome;

    /// <summary>Whether a response is an error.</summary>
    public bool IsError;
}

namespace ClickUpMcp.Protocol.Messages;

/// <summary>What serving a request came to: the members of its result, or why there is none.</summary>
internal readonly record struct MethodResult
{
    /// <summary>The members of the result as UTF-8 JSON, without the braces around them.</summary>
    public ReadOnlyMemory<byte> Members { get; private init; }

    /// <summary>Whether the client is to send the request again with what the members ask for.</summary>
    public bool NeedsInput { get; private init; }

    /// <summary>Why there is no result; null when there is one.</summary>
    public RpcFault? Fault { get; private init; }

    public static MethodResult Of(ReadOnlyMemory<byte> members) => new() { Members = members };

    public static MethodResult Failed(RpcFault fault) => new() { Fault = fault };

    /// <summary>Asks a modern client for more.</summary>
    /// <param name="members"><c>inputRequests</c>, <c>requestState</c>, or both.</param>
    public static MethodResult InputRequired(ReadOnlyMemory<byte> members) =>
        new() { Members = members, NeedsInput = true };
}

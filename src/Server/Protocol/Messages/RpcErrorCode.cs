namespace ClickUpMcp.Protocol.Messages;

/// <summary>The error codes of JSON-RPC and MCP that this server sends.</summary>
internal static class RpcErrorCode
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;

    /// <summary>What legacy revisions call a resource that is not there; the stateless one has <see cref="InvalidParams"/>.</summary>
    public const int ResourceNotFound = -32002;
    public const int HeaderMismatch = -32020;
    public const int MissingClientCapability = -32021;
    public const int UnsupportedProtocolVersion = -32022;
}

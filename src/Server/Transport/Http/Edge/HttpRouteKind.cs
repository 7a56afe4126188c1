namespace ClickUpMcp.Transport.Http;

/// <summary>What a route does.</summary>
internal enum HttpRouteKind
{
    /// <summary>Speaks MCP.</summary>
    Mcp,

    /// <summary>Says that the process is alive.</summary>
    Live,

    /// <summary>Says whether new requests are welcome.</summary>
    Ready,
}

namespace ClickUpMcp.Transport.Http;

/// <summary>What a route does.</summary>
internal enum HttpRouteKind
{
    /// <summary>Speaks MCP.</summary>
    Mcp,

    /// <summary>Takes a file that a ticket was given for.</summary>
    Upload,

    /// <summary>Says what this server is to clients that sign in.</summary>
    ResourceMetadata,

    /// <summary>Lets users sign in, and clients get tokens.</summary>
    SignIn,

    /// <summary>The page of the sandbox where users sign in.</summary>
    SandboxPage,

    /// <summary>Says that the process is alive.</summary>
    Live,

    /// <summary>Says whether new requests are welcome.</summary>
    Ready,
}

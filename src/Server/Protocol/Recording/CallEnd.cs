namespace ClickUpMcp.Protocol.Recording;

/// <summary>How a tool call ended.</summary>
internal enum CallEnd
{
    Ok,

    /// <summary>The tool answered with an error.</summary>
    ToolError,

    /// <summary>The tool wants something from the client's user or model first.</summary>
    InputRequired,

    /// <summary>There is no such tool.</summary>
    UnknownTool,

    /// <summary>A call limit turned it away.</summary>
    Refused,

    /// <summary>The client gave up, or its session ended.</summary>
    Cancelled,

    /// <summary>The server stopped before it was done.</summary>
    Stopped,

    /// <summary>A bug.</summary>
    Failed,
}

namespace ClickUpMcp.Protocol.Messages;

/// <summary>The methods of MCP, in the order of <see cref="McpMethods.Names"/>.</summary>
internal enum MessageMethod
{
    Other,
    CallTool,
    ListTools,
    Initialize,
    Discover,
    Ping,
    Initialized,
    Cancelled,
    Progress,
    RootsChanged,
    ListPrompts,
    GetPrompt,
    ListResources,
    ListResourceTemplates,
    ReadResource,
    Subscribe,
    Unsubscribe,
    Listen,
    Complete,
    SetLevel,
}

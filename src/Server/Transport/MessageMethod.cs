namespace ClickUpMcp.Transport;

/// <summary>The methods that are answered here; all others go to the SDK's server.</summary>
internal enum MessageMethod
{
    Other,
    Initialize,
    Discover,
    Ping,
    ListTools,
    CallTool,
    Initialized,
    Cancelled,
}

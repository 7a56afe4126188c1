using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Transport;

/// <summary>Either what a tool returned, or why there is no such tool.</summary>
internal readonly record struct ToolGatewayResult
{
    private ToolGatewayResult(ToolResult? result, string? unknownTool)
    {
        Result = result;
        UnknownTool = unknownTool;
    }

    /// <summary>What the tool returned; null when there is no such tool.</summary>
    public ToolResult? Result { get; }

    /// <summary>The sentence for a caller that named no visible tool, with the nearest names; null when there was one.</summary>
    public string? UnknownTool { get; }

    public static ToolGatewayResult Called(ToolResult result) => new(result, null);

    public static ToolGatewayResult Unknown(string message) => new(null, message);
}

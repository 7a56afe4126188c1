using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>What a tool returned, or why there is no such tool.</summary>
internal readonly record struct ToolGatewayResult
{
    /// <summary>What the tool returned; null when there is no such tool, or it returned <see cref="Other"/>.</summary>
    public ToolResult? Result { get; private init; }

    /// <summary>The sentence for a caller that named no visible tool, with the nearest names; null when there was one.</summary>
    public string? UnknownTool { get; private init; }

    /// <summary>Something else than text: content of other kinds, or what the client is to add.</summary>
    public MethodResult Other { get; private init; }

    public static ToolGatewayResult Called(ToolResult result) => new() { Result = result };

    public static ToolGatewayResult Called(in MethodResult result) => new() { Other = result };

    public static ToolGatewayResult Unknown(string message) => new() { UnknownTool = message };
}

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a tool call returns to the model.</summary>
/// <param name="Text">The text block; already sanitised.</param>
/// <param name="IsError">Whether the call failed in a way the model can act on.</param>
internal sealed record ToolResult(string Text, bool IsError = false);

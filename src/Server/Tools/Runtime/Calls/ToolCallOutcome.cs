namespace ClickUpMcp.Tools.Runtime;

/// <summary>How a call ended: with a result for the model, with a question to its person, or as a protocol error because there is no such tool.</summary>
/// <param name="Result">The result; null for an unknown tool.</param>
/// <param name="UnknownTool">The message of the protocol error, with suggestions; null when there is a result.</param>
internal readonly record struct ToolCallOutcome(ToolResult? Result, string? UnknownTool)
{
    /// <summary>What a person is to be asked before the call is made again; null when nobody is.</summary>
    public NeededConfirmation? Needed { get; private init; }

    public static ToolCallOutcome Of(ToolResult result) => new(result, null);

    public static ToolCallOutcome Of(NeededConfirmation needed) => new(null, null) { Needed = needed };

    public static ToolCallOutcome Unknown(string message) => new(null, message);
}

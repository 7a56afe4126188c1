namespace ClickUpMcp.Tools.Runtime;

/// <summary>The result of a call, or what a dry run of it has to say.</summary>
/// <param name="Result">The result.</param>
/// <param name="End">What is to be said of what comes after the requests that were noted; null for nothing.</param>
/// <param name="Words">How the values of these requests are shown; null where none was noted.</param>
internal readonly record struct RehearsedResult(ToolResult Result, string? End, RehearsalWords? Words);

namespace ClickUpMcp.Tools.Binding;

/// <summary>One thing wrong with a call's arguments.</summary>
/// <param name="Path">Where, as in <c>tasks[2].name</c>; empty for the whole object.</param>
/// <param name="Message">What was expected and what came instead; never the value of a long text.</param>
internal sealed record ArgumentError(string Path, string Message);

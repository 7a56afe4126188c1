namespace ClickUpMcp.Build;

/// <summary>A method that was entered.</summary>
internal readonly record struct TracedMethod(string Name, ulong Address);

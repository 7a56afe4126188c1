namespace ClickUpMcp.Protocol.Recording;

/// <summary>What the head of the HTTP request says that brought a message; default for a message that came by a pipe.</summary>
/// <param name="HttpVersion">As telemetry names it.</param>
/// <param name="TraceParent">The trace that the request belongs to.</param>
internal readonly record struct MessageOrigin(string? HttpVersion, string? TraceParent);

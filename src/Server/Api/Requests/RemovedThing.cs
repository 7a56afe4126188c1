namespace ClickUpMcp.Api;

/// <summary>A thing that a write removes.</summary>
/// <param name="Name">What it is called where the write removes several; else null.</param>
/// <param name="Read">The request that must not find it any more.</param>
internal readonly record struct RemovedThing(string? Name, ClickUpRequest Read);

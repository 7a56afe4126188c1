namespace ClickUpMcp.RateLimiting;

/// <summary>Whose limits a tool call counts against; hashes, never the secrets themselves.</summary>
/// <param name="Principal">The session or principal.</param>
/// <param name="Licence">The licence key; principals may share one.</param>
internal readonly record struct Caller(UInt128 Principal, UInt128 Licence);

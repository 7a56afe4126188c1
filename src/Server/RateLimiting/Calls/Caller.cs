namespace ClickUpMcp.RateLimiting;

/// <summary>Whose limits a tool call counts against; hashes, never the secrets themselves.</summary>
/// <param name="Principal">The session or principal.</param>
/// <param name="Licence">The licence key; principals may share one.</param>
/// <param name="PerDay">Calls a day of this licence, 0 for no limit; null for what all have.</param>
internal readonly record struct Caller(UInt128 Principal, UInt128 Licence, int? PerDay = null);

namespace ClickUpMcp.Protocol.Recording;

/// <summary>Who was refused, and why.</summary>
/// <param name="Principal">A hash; 0 for whoever did not authenticate.</param>
/// <param name="Address">Where the latter came from; null for the former.</param>
/// <param name="Reason">Out of few: a status or an error code.</param>
internal readonly record struct RefusalKey(UInt128 Principal, string? Address, string Reason);

namespace ClickUpMcp.Protocol.Recording;

/// <summary>Who was refused, and why.</summary>
/// <param name="Principal">A hash; 0 for whoever did not authenticate.</param>
/// <param name="Address">Where it came from that was not let in; null for who was.</param>
/// <param name="Reason">Out of few: a status, an error code or a word.</param>
internal readonly record struct RefusalKey(UInt128 Principal, string? Address, string Reason);

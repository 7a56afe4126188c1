namespace ClickUpMcp.Protocol.Recording;

/// <summary>What was refused for one reason in a while, as the audit sees it.</summary>
/// <param name="Key">Whom, and why.</param>
/// <param name="Count">How often.</param>
/// <param name="Over">In what time.</param>
internal readonly record struct RefusalRecord(RefusalKey Key, long Count, TimeSpan Over);

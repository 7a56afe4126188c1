namespace ClickUpMcp.Hosting;

/// <summary>How much of a file of lines is kept, and for how long; 0 is no limit.</summary>
/// <param name="Bytes">All parts together.</param>
/// <param name="Age">Since a part was set aside.</param>
internal readonly record struct RetentionLimits(long Bytes, TimeSpan Age);

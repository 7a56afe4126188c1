namespace ClickUpMcp.Storage.Memory;

/// <summary>A counter as it stands.</summary>
internal sealed record MemoryCounter(long Total, DateTimeOffset Expires, string? Owner);

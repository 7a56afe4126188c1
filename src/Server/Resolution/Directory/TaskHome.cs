namespace ClickUpMcp.Resolution;

/// <summary>A task's own id and where it lives.</summary>
/// <param name="TaskId">The id, never a custom one.</param>
/// <param name="ListId">The id of the list whose statuses and fields apply.</param>
/// <param name="SpaceId">The id of the space whose tags it can have; null when ClickUp does not tell.</param>
internal sealed record TaskHome(string TaskId, string ListId, string? SpaceId);

namespace ClickUpMcp.Resolution;

/// <summary>A task's own id and its home list.</summary>
/// <param name="TaskId">The id, never a custom one.</param>
/// <param name="ListId">The id of the list whose statuses and fields apply.</param>
internal sealed record TaskHome(string TaskId, string ListId);

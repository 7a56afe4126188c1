namespace ClickUpMcp.Sandbox.Model;

/// <summary>Where a webhook listens: the ids it was created with; none for the whole workspace.</summary>
internal sealed record WebhookPlace(
    string? SpaceId = null,
    string? FolderId = null,
    string? ListId = null,
    string? TaskId = null
);

using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>The request that lists things of a kind in things of another.</summary>
/// <param name="Parent">In what it lists them.</param>
/// <param name="NeedsWorkspace">Whether the request takes the workspace's id.</param>
/// <param name="Request">Builds the request for the first page.</param>
internal sealed record Listing(EntityKind Parent, bool NeedsWorkspace, Func<ListingTarget, ClickUpRequest> Request);

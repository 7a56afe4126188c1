namespace ClickUpMcp.Resolution;

/// <summary>Things of a kind in one place, as something to load.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Listing">How it is listed in such a place.</param>
/// <param name="WorkspaceId">The workspace; empty when the request does not need it.</param>
/// <param name="ParentId">The parent; empty when it is the workspace.</param>
internal sealed record ListingTarget(ListedKind Kind, Listing Listing, string WorkspaceId, string ParentId)
{
    /// <summary>Tells it from all others; begins with <see cref="KeyOf"/> its kind.</summary>
    public string Key => $"{KeyOf(Kind.Kind)}{WorkspaceId}/{Listing.Parent}/{ParentId}";

    /// <summary>How the keys of a kind begin.</summary>
    public static string KeyOf(EntityKind kind) => $"{kind}/";
}

using ClickUpMcp.Api;

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

    /// <summary>The request for a page.</summary>
    /// <param name="page">Its number from 0.</param>
    /// <param name="cursor">What the page before gave as the next; null for the first.</param>
    public ClickUpRequest BuildRequest(int page, string? cursor)
    {
        ClickUpRequestBuilder request = new(Listing.Operation, ClickUpMethod.Get);
        foreach (string segment in Listing.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            request.Path("/");
            _ = segment switch
            {
                Listing.Workspace => request.Segment(WorkspaceId),
                Listing.In => request.Segment(ParentId),
                _ => request.Path(segment),
            };
        }

        if (Listing.Query is var (name, value))
        {
            request.Query(name, value == Listing.Workspace ? WorkspaceId : value);
        }

        return request
            .Query("page", Listing.Pages == ListingPages.Numbered ? page : null)
            .Query("cursor", cursor)
            .Build();
    }
}

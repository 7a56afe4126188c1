namespace ClickUpMcp.Authorization;

/// <summary>Shows what users allowed to clients, and takes it back.</summary>
public interface IGrants
{
    /// <summary>Lists a page of grants that still stand.</summary>
    /// <param name="owner">Only those of this user; null for all.</param>
    /// <param name="after">The id after which the page begins; null for the first page.</param>
    /// <param name="count">How many at most: 1 to 1000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<IReadOnlyList<Grant>> ListAsync(
        string? owner,
        string? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>A grant that still stands; null if there is none of this id.</summary>
    ValueTask<Grant?> FindAsync(string grantId, CancellationToken cancellationToken);

    /// <summary>Ends a grant and all that was issued under it; false if there is none of this id.</summary>
    ValueTask<bool> RevokeAsync(string grantId, CancellationToken cancellationToken);

    /// <summary>Removes all that is kept of a user, of whatever kind; returns how many records there were.</summary>
    ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken);
}

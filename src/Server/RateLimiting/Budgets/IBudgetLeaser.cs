namespace ClickUpMcp.RateLimiting;

/// <summary>Hands slices of a budget to the nodes that share it.</summary>
internal interface IBudgetLeaser
{
    /// <summary>Leases as many permits as are free, up to <paramref name="atMost"/>.</summary>
    /// <param name="budget">The budget's key: a hash of what is limited.</param>
    /// <param name="atLeast">If fewer are free, so many are reserved, and the lease starts when they are due.</param>
    /// <returns>A lease; one without permits says when to ask again.</returns>
    ValueTask<BudgetLease> LeaseAsync(UInt128 budget, int atLeast, int atMost, CancellationToken cancellationToken);

    /// <summary>Gives back what was not spent. A lease that is not given back counts as spent.</summary>
    ValueTask ReturnAsync(UInt128 budget, BudgetLease lease, int unspent, CancellationToken cancellationToken);
}

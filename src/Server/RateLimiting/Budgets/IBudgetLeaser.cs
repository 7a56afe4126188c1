namespace ClickUpMcp.RateLimiting;

/// <summary>Leases permits of budgets that several nodes share.</summary>
internal interface IBudgetLeaser
{
    /// <summary>How many nodes there are, as far as was known last; at least 1.</summary>
    int Nodes { get; }

    /// <summary>Leases one permit.</summary>
    /// <param name="budget">The budget's key: a hash of what is limited.</param>
    /// <param name="terms">What it allows.</param>
    /// <param name="report">What the API has told this node.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>From when on it may be spent; null while leases cannot be had, and each node keeps to its share.</returns>
    ValueTask<DateTimeOffset?> LeaseAsync(
        UInt128 budget,
        BudgetTerms terms,
        BudgetReport report,
        CancellationToken cancellationToken
    );

    /// <summary>Lets the other nodes know what the API has told this one; never throws.</summary>
    ValueTask ReportAsync(UInt128 budget, BudgetTerms terms, BudgetReport report);
}

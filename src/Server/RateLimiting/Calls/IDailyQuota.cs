namespace ClickUpMcp.RateLimiting;

/// <summary>Counts what a licence has used of its day (UTC).</summary>
internal interface IDailyQuota
{
    /// <summary>Spends one call of today's, if one is left.</summary>
    /// <param name="licence">A hash of the licence key.</param>
    /// <param name="limit">Calls a day; 0 only counts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when it was spent, else the time until the next day.</returns>
    ValueTask<TimeSpan?> SpendAsync(UInt128 licence, int limit, CancellationToken cancellationToken);
}

namespace ClickUpMcp.RateLimiting;

/// <summary>Lets tool calls in, or says at once how long to wait: so many a minute, so many a day.</summary>
internal sealed class CallLimits : IDisposable
{
    private readonly CallLimitOptions _options;
    private readonly IDailyQuota _days;
    private readonly LimitCounters _counters;
    private readonly PartitionedLimiters<UInt128, LockFreeRateLimiter>? _minutes;

    public CallLimits(CallLimitOptions options, IDailyQuota days, LimitCounters counters, TimeProvider time)
    {
        _options = options;
        _days = days;
        _counters = counters;
        if (options.PerMinute > 0)
        {
            LockFreeRateLimiterOptions pace = new() { PermitsPerPeriod = options.PerMinute, Burst = options.PerMinute };
            _minutes = new(new PartitionOptions(), _ => new LockFreeRateLimiter(pace, time), time);
        }
    }

    /// <summary>Principals that have called lately.</summary>
    public int Principals => _minutes?.Count ?? 0;

    /// <summary>Takes one call from the principal's minute and the licence's day.</summary>
    /// <exception cref="CallsRefusedException">There is none left; it says when there will be.</exception>
    public async ValueTask EnterAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (_minutes?.AttemptAcquire(caller.Principal) is RefusedLease refused)
        {
            _counters.Count(RefusalReason.CallsPerMinute);
            throw Refusal(
                RefusalReason.CallsPerMinute,
                refused.RetryAfter,
                $"{_options.PerMinute} tool calls a minute",
                "CLICKUP_MCP_CALLS_PER_MINUTE"
            );
        }

        // What has a limit of its own is counted even where that is none: somebody gave it out and wants to know.
        int perDay = caller.PerDay ?? _options.PerDay;
        if (
            (perDay > 0 || caller.PerDay is not null)
            && await _days.SpendAsync(caller.Licence, perDay, cancellationToken) is { } tomorrow
        )
        {
            _counters.Count(RefusalReason.CallsPerDay);
            throw caller.PerDay is null
                ? Refusal(
                    RefusalReason.CallsPerDay,
                    tomorrow,
                    $"{perDay} tool calls a day",
                    "CLICKUP_MCP_CALLS_PER_DAY"
                )
                : OfLicence(tomorrow, perDay);
        }
    }

    private static long Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));

    public void Dispose() => _minutes?.Dispose();

    private static CallsRefusedException OfLicence(TimeSpan wait, int limit) =>
        new(
            RefusalReason.CallsPerDay,
            wait,
            $"Too many tool calls: this licence key has {limit} a day (UTC). Nothing was done.",
            $"Retry in {Seconds(wait)} s; whoever gave out the key can change its limit."
        );

    private static CallsRefusedException Refusal(RefusalReason reason, TimeSpan wait, string limit, string setting) =>
        new(
            reason,
            wait,
            $"Too many tool calls: this server takes {limit}. Nothing was done.",
            $"Retry in {Seconds(wait)} s; " + $"the operator can change the limit with {setting} (0 = none)."
        );
}

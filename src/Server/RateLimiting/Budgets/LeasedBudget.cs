using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>A node's part of a budget that several share: leases one permit at a time, so that a node that dies takes no more with it.</summary>
/// <remarks>
/// Where no lease can be had, the node spends evenly what is its part of a window, less the one permit that it may have spent just
/// before the window began: so no window gets too many, in whatever order the nodes spend. A lease that its waiter has left is the next one's, for as long as <see cref="Lifetime"/>.
/// </remarks>
internal sealed class LeasedBudget(IBudgetLeaser leaser, UInt128 budget, TimeProvider time) : IDisposable
{
    /// <summary>How late a lease may be spent.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly ConcurrencyLimiter _turn = new(
        new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = int.MaxValue }
    );
    private readonly Lock _gate = new();
    private BudgetReport _report;
    private DateTimeOffset? _due;
    private DateTimeOffset _nextOfShare;
    private bool _isAlone;

    /// <summary>How long the one waits that waits for a lease.</summary>
    public TimeSpan Delay
    {
        get
        {
            lock (_gate)
            {
                TimeSpan left = (_due ?? DateTimeOffset.MinValue) - time.GetUtcNow();
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Takes in what a response says of the API's window.</summary>
    public void Observe(DateTimeOffset windowEnd, int used)
    {
        lock (_gate)
        {
            _report = _report.WithWindow(windowEnd, used);
        }
    }

    /// <summary>Has no node lease a permit for a time before <paramref name="instant"/>.</summary>
    public void CloseUntil(DateTimeOffset instant, BudgetTerms terms)
    {
        BudgetReport report;
        lock (_gate)
        {
            report = _report = _report.WithClosure(instant);
        }

        // Nobody waits for it: the sender of a request has no use for what others are told.
        _ = leaser.ReportAsync(budget, terms, report).AsTask();
    }

    /// <summary>Spends a permit as soon as there is one; callers of a node are served one after the other.</summary>
    public async ValueTask SpendAsync(BudgetTerms terms, CancellationToken cancellationToken)
    {
        using RateLimitLease turn = await _turn.AcquireAsync(1, cancellationToken);
        DateTimeOffset due = Held ?? await LeaseAsync(terms, cancellationToken);
        while (due - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left.ToTimerDelay(), time, cancellationToken);
            // The API may have closed the budget meanwhile.
            due = IsOpenAt(due) ? due : await LeaseAsync(terms, cancellationToken);
        }

        Hold(null);
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>What was leased and not spent; null when it has lapsed, or the API has closed the budget meanwhile.</summary>
    private DateTimeOffset? Held
    {
        get
        {
            lock (_gate)
            {
                return _due is { } due && due + Lifetime > time.GetUtcNow() && due >= _report.ClosedUntil ? due : null;
            }
        }
    }

    private bool IsOpenAt(DateTimeOffset instant)
    {
        lock (_gate)
        {
            return instant >= _report.ClosedUntil;
        }
    }

    private async ValueTask<DateTimeOffset> LeaseAsync(BudgetTerms terms, CancellationToken cancellationToken)
    {
        BudgetReport report;
        lock (_gate)
        {
            report = _report;
        }

        // Of each node that stood alone one request may be on its way that the API has not counted, and one more follows.
        int unseen = _isAlone ? 2 * leaser.Nodes : 0;
        DateTimeOffset? lease = await leaser.LeaseAsync(
            budget,
            terms,
            report with
            {
                Used = report.Used + unseen,
            },
            cancellationToken
        );
        _isAlone = lease is null;
        // Others do not wait for longer than a period, whatever one node was told; this one does.
        DateTimeOffset due = Later(lease ?? TakeOfShare(terms, report), report.ClosedUntil);
        Hold(due);
        return due;
    }

    private DateTimeOffset TakeOfShare(BudgetTerms terms, BudgetReport report)
    {
        int nodes = leaser.Nodes;
        DateTimeOffset due = Later(time.GetUtcNow(), _nextOfShare);
        due = report.Used + (2 * nodes) > terms.PerWindow ? Later(due, report.WindowEnd) : due;
        _nextOfShare = due + (terms.Period * nodes / Math.Max(1, terms.PerWindow - nodes));
        return due;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Hold(DateTimeOffset? due)
    {
        lock (_gate)
        {
            _due = due;
        }
    }
}

using System.Collections.Concurrent;

namespace ClickUpMcp.RateLimiting;

/// <summary>Leases budgets from this process's memory: for one node, and for tests of several.</summary>
/// <param name="define">The budget behind a key, asked once for each.</param>
internal sealed class InMemoryBudgetLeaser(Func<UInt128, BudgetOptions> define, TimeProvider time) : IBudgetLeaser
{
    private readonly ConcurrentDictionary<UInt128, SharedBudget> _budgets = new();

    public ValueTask<BudgetLease> LeaseAsync(
        UInt128 budget,
        int atLeast,
        int atMost,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<BudgetLease>(Find(budget).Lease(atLeast, atMost));
    }

    public ValueTask ReturnAsync(UInt128 budget, BudgetLease lease, int unspent, CancellationToken cancellationToken)
    {
        Find(budget).Return(lease, unspent);
        return ValueTask.CompletedTask;
    }

    private SharedBudget Find(UInt128 budget) => _budgets.GetOrAdd(budget, Create);

    private SharedBudget Create(UInt128 budget)
    {
        BudgetOptions options = define(budget);
        BudgetOptions.Validate(options);
        return new SharedBudget(options, time);
    }
}

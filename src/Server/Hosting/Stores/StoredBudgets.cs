using ClickUpMcp.RateLimiting;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>Leases budgets from the store that the servers share: one record for each, replaced only by those who have read it as it is.</summary>
internal sealed class StoredBudgets(IRecordStore store, NodeDirectory nodes, TimeProvider time) : IBudgetLeaser
{
    /// <summary>How long a request waits for the store at most before this server goes on alone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long a budget is kept that nobody uses; one that is gone is as good as a full one.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public int Nodes => nodes.Count;

    public async ValueTask<DateTimeOffset?> LeaseAsync(
        UInt128 budget,
        BudgetTerms terms,
        BudgetReport report,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset due = default;
        bool isLeased = await TryChangeAsync(
            budget,
            (state, now) => state.With(report, terms, now).Lease(terms, now, out due),
            cancellationToken
        );
        return isLeased ? due : null;
    }

    public async ValueTask ReportAsync(UInt128 budget, BudgetTerms terms, BudgetReport report) =>
        await TryChangeAsync(budget, (state, now) => state.With(report, terms, now), CancellationToken.None);

    /// <summary>Changes the record; false while the store does not answer.</summary>
    private async ValueTask<bool> TryChangeAsync(
        UInt128 budget,
        Func<SharedBudget, DateTimeOffset, SharedBudget> change,
        CancellationToken cancellationToken
    )
    {
        if (nodes.IsLost)
        {
            return false;
        }

        using CancellationTokenSource patience = new(Patience, time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token,
            cancellationToken
        );
        try
        {
            // Each time that this one comes too late another server was served.
            while (!await ChangeAsync(budget.ToString("x32", null), change, end.Token)) { }
            return true;
        }
        catch (StoreException e)
        {
            nodes.Lose(e.Message);
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            nodes.Lose("The store did not answer in time.");
            return false;
        }
    }

    private async ValueTask<bool> ChangeAsync(
        string key,
        Func<SharedBudget, DateTimeOffset, SharedBudget> change,
        CancellationToken cancellationToken
    )
    {
        StoredRecord? had = await store.FindAsync(NodeRecords.Budget, key, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        SharedBudget next = change(had is null ? default : SharedBudget.Read(had.Value.Span), now);
        StoredRecord record = new(NodeRecords.Budget, key, next.Write(), now + Life) { Version = had?.Version ?? 0 };
        return had is null
            ? await store.TryInsertAsync(record, cancellationToken)
            : await store.TryReplaceAsync(record, cancellationToken);
    }
}

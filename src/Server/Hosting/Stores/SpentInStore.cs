using ClickUpMcp.Storage;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>The confirmations that were used at any of the servers that share a store; while it does not respond, none is taken.</summary>
/// <param name="store">The store.</param>
/// <param name="time">The clock.</param>
internal sealed class SpentInStore(IRecordStore store, TimeProvider time) : ISpentConfirmations
{
    /// <summary>How long a call waits for the store at most.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // The clocks of the servers may differ.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    public async ValueTask<bool> TrySpendAsync(
        string nonce,
        DateTimeOffset expires,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource patience = new(Patience, time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token,
            cancellationToken
        );
        try
        {
            CountResult count = await store.CountAsync(
                NodeRecords.Confirmation,
                nonce,
                amount: 1,
                limit: 1,
                expires + Margin,
                owner: null,
                end.Token
            );
            return count.IsCounted;
        }
        catch (StoreException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

namespace ClickUpMcp.Storage.Tests;

/// <summary>A store that tells when it is swept, and fails or loses replies on request.</summary>
internal sealed class WatchedStore(IRecordStore store) : IRecordStore
{
    private TaskCompletionSource<int> _swept = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StoreException? Failure { get; set; }

    /// <summary>Whether what it inserts is there, but who asked for it hears of a failure.</summary>
    public bool LosesReplies { get; set; }

    /// <summary>What the next sweep returns or throws.</summary>
    public Task<int> NextSweep => _swept.Task;

    public string Name => store.Name;

    public ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        store.FindAsync(kind, key, cancellationToken);

    public ValueTask<StoredRecord?> FindByAliasAsync(
        RecordKind kind,
        string alias,
        CancellationToken cancellationToken
    ) => store.FindByAliasAsync(kind, alias, cancellationToken);

    public async ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        bool isNew = await store.TryInsertAsync(record, cancellationToken);
        return LosesReplies ? throw new StoreException("The reply was lost.") : isNew;
    }

    public ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken) =>
        store.TryReplaceAsync(record, cancellationToken);

    public ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    ) => store.TryRemoveAsync(kind, key, version, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) =>
        store.ListAsync(query, cancellationToken);

    public ValueTask<CountResult> CountAsync(
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner,
        CancellationToken cancellationToken
    ) => store.CountAsync(kind, key, amount, limit, expires, owner, cancellationToken);

    public ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken) =>
        store.EraseAsync(owner, cancellationToken);

    public async ValueTask<int> SweepAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<int> told = _swept;
        _swept = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Failure is { } failure)
        {
            told.SetException(failure);
            throw failure;
        }

        int swept = await store.SweepAsync(cancellationToken);
        told.SetResult(swept);
        return swept;
    }

    public ValueTask CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}

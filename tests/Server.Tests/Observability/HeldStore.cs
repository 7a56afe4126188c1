using ClickUpMcp.Storage;

namespace ClickUpMcp.Tests.Observability;

/// <summary>A store that a test takes down or holds up.</summary>
internal sealed class HeldStore(IRecordStore store) : IRecordStore
{
    /// <summary>Whether it cannot be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>Holds up what is asked until it is set; null lets it through.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Set once something waits.</summary>
    public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => store.Name;

    public async ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        return await store.FindAsync(kind, key, cancellationToken);
    }

    public async ValueTask<StoredRecord?> FindByAliasAsync(
        RecordKind kind,
        string alias,
        CancellationToken cancellationToken
    )
    {
        await PassAsync(cancellationToken);
        return await store.FindByAliasAsync(kind, alias, cancellationToken);
    }

    public async ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        return await store.TryInsertAsync(record, cancellationToken);
    }

    public async ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        return await store.TryReplaceAsync(record, cancellationToken);
    }

    public async ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    )
    {
        await PassAsync(cancellationToken);
        return await store.TryRemoveAsync(kind, key, version, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> ListAsync(
        RecordQuery query,
        CancellationToken cancellationToken
    )
    {
        await PassAsync(cancellationToken);
        return await store.ListAsync(query, cancellationToken);
    }

    public async ValueTask<CountResult> CountAsync(
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner,
        CancellationToken cancellationToken
    )
    {
        await PassAsync(cancellationToken);
        return await store.CountAsync(kind, key, amount, limit, expires, owner, cancellationToken);
    }

    public ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken) =>
        store.EraseAsync(owner, cancellationToken);

    public ValueTask<int> SweepAsync(CancellationToken cancellationToken) => store.SweepAsync(cancellationToken);

    public ValueTask CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new StoreException("The store cannot be reached.");
        }

        if (Gate is { } gate)
        {
            Waits.TrySetResult();
            await gate.Task.WaitAsync(cancellationToken);
        }
    }
}

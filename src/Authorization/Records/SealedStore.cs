using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Records;

/// <summary>The record store for what must not be read in a dump: seals each value on its way in, and opens it on its way out.</summary>
internal sealed class SealedStore(IRecordStore store, RecordSealer sealer)
{
    /// <summary>Stores a new record.</summary>
    /// <exception cref="InvalidOperationException">Its key is taken, which random keys never are.</exception>
    public async ValueTask InsertAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        if (!await store.TryInsertAsync(Sealed(record), cancellationToken))
        {
            throw new InvalidOperationException("A random key is taken.");
        }
    }

    public async ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        await store.FindAsync(kind, key, cancellationToken) is { } record ? Opened(record) : null;

    public ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken) =>
        store.TryReplaceAsync(Sealed(record), cancellationToken);

    public ValueTask<bool> TryRemoveAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        store.TryRemoveAsync(kind, key, version: null, cancellationToken);

    public async ValueTask<IReadOnlyList<StoredRecord>> ListAsync(
        RecordQuery query,
        CancellationToken cancellationToken
    ) => [.. (await store.ListAsync(query, cancellationToken)).Select(Opened)];

    /// <summary>Removes all of a kind that belong to a group.</summary>
    public async ValueTask RemoveGroupAsync(RecordKind kind, string group, CancellationToken cancellationToken)
    {
        RecordQuery query = new(kind) { Group = group, Count = RecordQuery.MostRecords };
        while (await store.ListAsync(query, cancellationToken) is { Count: > 0 } page)
        {
            foreach (StoredRecord record in page)
            {
                await store.TryRemoveAsync(kind, record.Key, version: null, cancellationToken);
            }

            query = query with { After = page[^1].Key };
        }
    }

    public ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken) =>
        store.EraseAsync(owner, cancellationToken);

    private StoredRecord Sealed(StoredRecord record) =>
        record with
        {
            Value = sealer.Seal(record.Kind, record.Key, record.Value),
        };

    private StoredRecord Opened(StoredRecord record) =>
        record with
        {
            Value = sealer.Open(record.Kind, record.Key, record.Value),
        };
}

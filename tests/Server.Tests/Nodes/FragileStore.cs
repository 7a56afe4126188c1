using ClickUpMcp.Storage;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>A store that several servers share and that can be lost.</summary>
internal sealed class FragileStore(IRecordStore inner) : IRecordStore
{
    public bool IsLost { get; set; }

    public string Name => inner.Name;

    public bool IsShared => true;

    private IRecordStore Present => IsLost ? throw new StoreException("The store cannot be reached.") : inner;

    public ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        Present.FindAsync(kind, key, cancellationToken);

    public ValueTask<StoredRecord?> FindByAliasAsync(
        RecordKind kind,
        string alias,
        CancellationToken cancellationToken
    ) => Present.FindByAliasAsync(kind, alias, cancellationToken);

    public ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken) =>
        Present.TryInsertAsync(record, cancellationToken);

    public ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken) =>
        Present.TryReplaceAsync(record, cancellationToken);

    public ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    ) => Present.TryRemoveAsync(kind, key, version, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) =>
        Present.ListAsync(query, cancellationToken);

    public ValueTask<CountResult> CountAsync(
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner,
        CancellationToken cancellationToken
    ) => Present.CountAsync(kind, key, amount, limit, expires, owner, cancellationToken);

    public ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken) =>
        Present.EraseAsync(owner, cancellationToken);

    public ValueTask<int> SweepAsync(CancellationToken cancellationToken) => Present.SweepAsync(cancellationToken);

    public ValueTask CheckAsync(CancellationToken cancellationToken) => Present.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

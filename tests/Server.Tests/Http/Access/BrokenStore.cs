using ClickUpMcp.Storage;

namespace ClickUpMcp.Tests.Http;

/// <summary>A store that cannot be reached.</summary>
internal sealed class BrokenStore : IRecordStore
{
    public string Name => "broken";

    public ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        throw Down();

    public ValueTask<StoredRecord?> FindByAliasAsync(
        RecordKind kind,
        string alias,
        CancellationToken cancellationToken
    ) => throw Down();

    public ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken) => throw Down();

    public ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken) => throw Down();

    public ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    ) => throw Down();

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) =>
        throw Down();

    public ValueTask<CountResult> CountAsync(
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner,
        CancellationToken cancellationToken
    ) => throw Down();

    public ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken) => throw Down();

    public ValueTask<int> SweepAsync(CancellationToken cancellationToken) => throw Down();

    public ValueTask CheckAsync(CancellationToken cancellationToken) => throw Down();

    public ValueTask DisposeAsync() => default;

    private static StoreException Down() => new("The store cannot be reached.");
}

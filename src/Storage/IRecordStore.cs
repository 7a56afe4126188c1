namespace ClickUpMcp.Storage;

/// <summary>Keeps records and counters, for one node or for several: the only thing that anything durable goes through.</summary>
/// <remarks>
/// What is expired is never found, listed or counted, whether or not it was swept. Writes are atomic, and a write that
/// was answered survives the end of the process wherever the store survives it. Failures are <see cref="StoreException"/>.
/// Each kind has its own keys, aliases and counters. Time is the clock that the store was given, to the millisecond.
/// What may be asked at all is checked by <see cref="CheckedRecordStore"/>, which stands in front of each store.
/// </remarks>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>What kind of store this is, in a word: <c>memory</c>, <c>sqlite</c>, <c>postgres</c> or <c>redis</c>.</summary>
    string Name { get; }

    /// <summary>Whether other nodes may use it at the same time.</summary>
    bool IsShared => false;

    /// <summary>What the operator should know of how the store is set up; null where there is nothing.</summary>
    string? Warning => null;

    ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken);

    ValueTask<StoredRecord?> FindByAliasAsync(RecordKind kind, string alias, CancellationToken cancellationToken);

    /// <summary>Stores a new record as version 1; false if its key or alias is taken by one that has not expired.</summary>
    ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken);

    /// <summary>Replaces a record that is still of <see cref="StoredRecord.Version"/>, which grows by one; false if it is not, is gone, or its new alias is taken.</summary>
    ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken);

    /// <summary>Removes a record; of several that remove it at once, exactly one is told true.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="key">The key.</param>
    /// <param name="version">Only if it is still of this version; null for any.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<bool> TryRemoveAsync(RecordKind kind, string key, long? version, CancellationToken cancellationToken);

    /// <summary>Lists a page of records in ordinal order of their keys.</summary>
    ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken);

    /// <summary>Adds to a counter unless that would pass the limit; a counter that does not exist or is expired starts at 0.</summary>
    /// <remarks>Life and owner are those of the start. What is given back never makes a counter, nor one of less than 0.</remarks>
    /// <param name="kind">The kind.</param>
    /// <param name="key">The key.</param>
    /// <param name="amount">How much: 0 only reads, less than 0 gives back.</param>
    /// <param name="limit">What it may reach at most; null for no limit.</param>
    /// <param name="expires">When a counter that starts now is gone.</param>
    /// <param name="owner">The person it belongs to, as a hash; null for nobody.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<CountResult> CountAsync(
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner,
        CancellationToken cancellationToken
    );

    /// <summary>Removes every record and counter of a person, of all kinds; returns how many had not expired.</summary>
    ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Removes what is expired; returns how many it removed, which are none where the store forgets by itself.</summary>
    ValueTask<int> SweepAsync(CancellationToken cancellationToken);

    /// <summary>Asks the store for a sign of life.</summary>
    /// <exception cref="StoreException">It gives none.</exception>
    ValueTask CheckAsync(CancellationToken cancellationToken);
}

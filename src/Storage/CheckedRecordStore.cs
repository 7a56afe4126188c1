namespace ClickUpMcp.Storage;

/// <summary>Stands in front of every store: refuses what none can hold, and lets nothing outlive its kind.</summary>
/// <remarks>
/// A life that is too long is cut, not refused: keeping something for less time than asked harms nobody, while a refusal
/// would make an outage of a setting. Instants are cut to the millisecond, which is what every store can keep.
/// </remarks>
public sealed class CheckedRecordStore(IRecordStore store, TimeProvider time) : IRecordStore
{
    /// <summary>Most characters of a key, alias, owner or group.</summary>
    public const int MostKeyLength = 128;

    /// <summary>Most bytes of a value.</summary>
    public const int MostValueBytes = 64 * 1024;

    public string Name => store.Name;

    public bool IsShared => store.IsShared;

    public string? Warning => store.Warning;

    public async ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(key, nameof(key));
        return await store.FindAsync(kind, key, cancellationToken);
    }

    public async ValueTask<StoredRecord?> FindByAliasAsync(
        RecordKind kind,
        string alias,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(alias, nameof(alias));
        return await store.FindByAliasAsync(kind, alias, cancellationToken);
    }

    public async ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await store.TryInsertAsync(Check(record), cancellationToken);
    }

    public async ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await store.TryReplaceAsync(Check(record), cancellationToken);
    }

    public async ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(key, nameof(key));
        return await store.TryRemoveAsync(kind, key, version, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> ListAsync(
        RecordQuery query,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Count, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Count, RecordQuery.MostRecords, nameof(query));
        CheckOptional(query.Owner, nameof(query.Owner));
        CheckOptional(query.Group, nameof(query.Group));
        CheckOptional(query.After, nameof(query.After));
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
        cancellationToken.ThrowIfCancellationRequested();
        Check(key, nameof(key));
        CheckOptional(owner, nameof(owner));
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, -int.MaxValue);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, int.MaxValue);
        return await store.CountAsync(kind, key, amount, limit, Cut(kind, expires), owner, cancellationToken);
    }

    public async ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(owner, nameof(owner));
        return await store.EraseAsync(owner, cancellationToken);
    }

    public async ValueTask<int> SweepAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await store.SweepAsync(cancellationToken);
    }

    public async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await store.CheckAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static void CheckOptional(string? text, string name)
    {
        if (text is not null)
        {
            Check(text, name);
        }
    }

    private static void Check(string text, string name)
    {
        if (text.Length is 0 or > MostKeyLength || text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException(
                $"Must be 1 to {MostKeyLength} printable characters of ASCII; it has {text.Length} characters.",
                name
            );
        }
    }

    private StoredRecord Check(StoredRecord record)
    {
        Check(record.Key, nameof(record.Key));
        CheckOptional(record.Alias, nameof(record.Alias));
        CheckOptional(record.Owner, nameof(record.Owner));
        CheckOptional(record.Group, nameof(record.Group));
        if (record.Value.Length > MostValueBytes)
        {
            throw new ArgumentException(
                $"A value has at most {MostValueBytes} bytes; this one has {record.Value.Length}.",
                nameof(record)
            );
        }

        return record with
        {
            Expires = Cut(record.Kind, record.Expires),
        };
    }

    private DateTimeOffset Cut(RecordKind kind, DateTimeOffset expires)
    {
        DateTimeOffset latest = time.GetUtcNow() + kind.LongestLife;
        return DateTimeOffset.FromUnixTimeMilliseconds((expires < latest ? expires : latest).ToUnixTimeMilliseconds());
    }
}

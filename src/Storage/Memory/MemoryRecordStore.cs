using System.Runtime.InteropServices;

namespace ClickUpMcp.Storage.Memory;

/// <summary>Keeps everything in this process, until it ends.</summary>
public sealed class MemoryRecordStore(TimeProvider time) : IRecordStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Place, StoredRecord> _records = [];
    private readonly Dictionary<Place, string> _keysByAlias = [];
    private readonly Dictionary<Place, MemoryCounter> _counters = [];

    public string Name => "memory";

    public ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Find(new Place(kind.Name, key)));
        }
    }

    public ValueTask<StoredRecord?> FindByAliasAsync(RecordKind kind, string alias, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(FindByAlias(kind, alias));
        }
    }

    public ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Find(Place.Of(record)) is not null || IsAliasTaken(record))
            {
                return ValueTask.FromResult(false);
            }

            Put(record, version: 1);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Find(Place.Of(record)) is not { } current || current.Version != record.Version || IsAliasTaken(record))
            {
                return ValueTask.FromResult(false);
            }

            Put(record, record.Version + 1);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            if (Find(new Place(kind.Name, key)) is not { } current || (version ?? current.Version) != current.Version)
            {
                return ValueTask.FromResult(false);
            }

            Remove(current);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        List<StoredRecord> found;
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            found = [.. _records.Values.Where(record => record.Expires > now && Matches(record, query))];
        }

        found.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return ValueTask.FromResult<IReadOnlyList<StoredRecord>>([.. found.Take(query.Count)]);
    }

    public ValueTask<CountResult> CountAsync(
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner,
        CancellationToken cancellationToken
    )
    {
        Place place = new(kind.Name, key);
        lock (_gate)
        {
            MemoryCounter? counter = _counters.GetValueOrDefault(place);
            if (counter is null || counter.Expires <= time.GetUtcNow())
            {
                counter = new MemoryCounter(0, expires, owner);
            }

            if (amount > 0 && counter.Total + amount > limit)
            {
                return ValueTask.FromResult(new CountResult(IsCounted: false, counter.Total));
            }

            long total = Math.Max(0, counter.Total + amount);
            if (total != counter.Total)
            {
                _counters[place] = counter with { Total = total };
            }

            return ValueTask.FromResult(new CountResult(IsCounted: true, total));
        }
    }

    public ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            RemoveExpired();
            return ValueTask.FromResult(
                RemoveWhere(record => record.Owner == owner, counter => counter.Owner == owner)
            );
        }
    }

    public ValueTask<int> SweepAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(RemoveExpired());
        }
    }

    public ValueTask CheckAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool Matches(StoredRecord record, RecordQuery query) =>
        record.Kind.Name == query.Kind.Name
        && (query.Owner is null || record.Owner == query.Owner)
        && (query.Group is null || record.Group == query.Group)
        && (query.After is null || string.CompareOrdinal(record.Key, query.After) > 0);

    private StoredRecord? Find(Place place) =>
        _records.TryGetValue(place, out StoredRecord? record) && record.Expires > time.GetUtcNow() ? record : null;

    private StoredRecord? FindByAlias(RecordKind kind, string alias) =>
        _keysByAlias.TryGetValue(new Place(kind.Name, alias), out string? key) ? Find(new Place(kind.Name, key)) : null;

    private bool IsAliasTaken(StoredRecord record) =>
        record.Alias is { } alias && FindByAlias(record.Kind, alias) is { } holder && holder.Key != record.Key;

    private void Put(StoredRecord record, long version)
    {
        Place place = Place.Of(record);
        if (_records.TryGetValue(place, out StoredRecord? former))
        {
            Remove(former);
        }

        if (record.Alias is { } alias)
        {
            Place second = new(record.Kind.Name, alias);
            if (_keysByAlias.TryGetValue(second, out string? expired))
            {
                Remove(_records[new Place(record.Kind.Name, expired)]);
            }

            _keysByAlias[second] = record.Key;
        }

        _records[place] = record with { Value = record.Value.ToArray(), Version = version };
    }

    private void Remove(StoredRecord record)
    {
        _records.Remove(Place.Of(record));
        if (record.Alias is { } alias)
        {
            _keysByAlias.Remove(new Place(record.Kind.Name, alias));
        }
    }

    private int RemoveExpired()
    {
        DateTimeOffset now = time.GetUtcNow();
        return RemoveWhere(record => record.Expires <= now, counter => counter.Expires <= now);
    }

    private int RemoveWhere(Func<StoredRecord, bool> isRecord, Func<MemoryCounter, bool> isCounter)
    {
        StoredRecord[] records = [.. _records.Values.Where(isRecord)];
        foreach (StoredRecord record in records)
        {
            Remove(record);
        }

        Place[] counters = [.. _counters.Where(entry => isCounter(entry.Value)).Select(entry => entry.Key)];
        foreach (Place counter in counters)
        {
            _counters.Remove(counter);
        }

        return records.Length + counters.Length;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(string Kind, string Key)
    {
        public static Place Of(StoredRecord record) => new(record.Kind.Name, record.Key);
    }
}

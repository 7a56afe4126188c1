using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ClickUpMcp.Storage;

/// <summary>Entries in the order in which they were added, by whichever server: each is a record, and its key the place where it ends.</summary>
/// <remarks>
/// A place is counted in bytes from the first entry that ever was, by a counter that the servers share. So places grow, whatever the clocks say,
/// and how much is kept is the distance between two of them. One caller at a time adds.
/// </remarks>
/// <param name="store">Where it is kept.</param>
/// <param name="entries">The kind of the entries.</param>
/// <param name="places">The kind of the counter.</param>
/// <param name="limits">How much is kept, and for how long.</param>
/// <param name="time">The clock.</param>
public sealed class StoredLog(
    IRecordStore store,
    RecordKind entries,
    RecordKind places,
    StoredLogLimits limits,
    TimeProvider time
)
{
    private const string Counter = "end";
    private const int WriterBytes = 8;
    private const int PageLength = 64;

    /// <summary>What the oldest entries must leave free, as a part of all, once they are too many: else each entry would look for one to remove.</summary>
    private const int Slack = 16;

    private readonly string _writer = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(WriterBytes));
    private Task _trimming = Task.CompletedTask;
    private long? _end;
    private long? _open;
    private long _begin;

    /// <summary>Adds an entry after all others; when it returns, the entry is there.</summary>
    /// <remarks>Where it throws, the entry may be there or come there later; then the next one takes its place.</remarks>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> entry, CancellationToken cancellationToken)
    {
        _end ??= (await FindLastAsync(cancellationToken))?.Place ?? 0;
        do
        {
            _open ??= await TakePlaceAsync(entry.Length, _end.Value, cancellationToken);
        } while (!await TryWriteAsync(_open.Value, entry, cancellationToken));

        (_end, _open) = (_open, null);
        if (_trimming.IsCompleted && limits.Bytes > 0 && _end - _begin > limits.Bytes)
        {
            // Nobody waits for it: what is too much is removed while more is added.
            _trimming = TrimAsync(_end.Value);
        }
    }

    /// <summary>The entry that was added last; null for none.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> LastAsync(CancellationToken cancellationToken) =>
        (await FindLastAsync(cancellationToken))?.Entry;

    /// <summary>All entries, the oldest first.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        RecordQuery query = new(entries) { Count = PageLength };
        await foreach (StoredRecord record in StoredRecords.ListAsync(store, query, cancellationToken))
        {
            yield return record.Value;
        }
    }

    /// <summary>Ends when no more is removed than was found to be too much so far.</summary>
    public Task WhenTrimmedAsync() => _trimming;

    private async ValueTask<bool> TryWriteAsync(
        long place,
        ReadOnlyMemory<byte> entry,
        CancellationToken cancellationToken
    )
    {
        string key = KeyOf(place);
        TimeSpan age = limits.Age > TimeSpan.Zero ? limits.Age : entries.LongestLife;
        StoredRecord record = new(entries, key, entry, time.GetUtcNow() + age) { Group = _writer };
        if (await store.TryInsertAsync(record, cancellationToken))
        {
            return true;
        }

        // Either an attempt of ours came there whose end was not known, or the counter was lost and the place is another's.
        StoredRecord? left = await store.FindAsync(entries, key, cancellationToken);
        if (
            left?.Group == _writer
            && await store.TryReplaceAsync(record with { Version = left.Version }, cancellationToken)
        )
        {
            return true;
        }

        _open = null;
        return false;
    }

    /// <summary>Takes the next place, behind all that is known to be there even where the counter was lost.</summary>
    private async ValueTask<long> TakePlaceAsync(int length, long behind, CancellationToken cancellationToken)
    {
        long place = await CountAsync(Math.Max(length, 1), cancellationToken);
        while (place - length < behind)
        {
            place = await CountAsync(Math.Min(int.MaxValue, behind + length - place), cancellationToken);
        }

        return place;
    }

    private async ValueTask<long> CountAsync(long amount, CancellationToken cancellationToken)
    {
        CountResult count = await store.CountAsync(
            places,
            Counter,
            amount,
            limit: null,
            time.GetUtcNow() + places.LongestLife,
            owner: null,
            cancellationToken
        );
        return count.Total;
    }

    /// <summary>Finds the last entry by halving: stores list records from the first on.</summary>
    private async ValueTask<(long Place, ReadOnlyMemory<byte> Entry)?> FindLastAsync(
        CancellationToken cancellationToken
    )
    {
        StoredRecord? last = await NextAsync(0, cancellationToken);
        if (last is null)
        {
            return null;
        }

        long step = 1;
        while (await NextAsync(PlaceOf(last) + step, cancellationToken) is { } next)
        {
            last = next;
            step *= 2;
        }

        // Behind the last by a step there is none.
        for (long none = PlaceOf(last) + step; none - PlaceOf(last) > 1; )
        {
            long middle = PlaceOf(last) + ((none - PlaceOf(last)) / 2);
            if (await NextAsync(middle, cancellationToken) is { } next)
            {
                last = next;
            }
            else
            {
                none = middle;
            }
        }

        // The places between are those after which nothing stands, but the next one may.
        return await NextAsync(PlaceOf(last), cancellationToken) is { } beside
            ? (PlaceOf(beside), beside.Value)
            : (PlaceOf(last), last.Value);
    }

    private async ValueTask<StoredRecord?> NextAsync(long place, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredRecord> page = await store.ListAsync(
            new RecordQuery(entries) { After = KeyOf(place), Count = 1 },
            cancellationToken
        );
        return page.Count == 0 ? null : page[0];
    }

    private async Task TrimAsync(long end)
    {
        try
        {
            while (true)
            {
                IReadOnlyList<StoredRecord> oldest = await store.ListAsync(
                    new RecordQuery(entries) { Count = PageLength },
                    CancellationToken.None
                );
                foreach (StoredRecord record in oldest)
                {
                    long begin = PlaceOf(record) - record.Value.Length;
                    if (end - begin <= limits.Bytes - (limits.Bytes / Slack) || PlaceOf(record) >= end)
                    {
                        _begin = begin;
                        return;
                    }

                    await store.TryRemoveAsync(entries, record.Key, version: null, CancellationToken.None);
                }

                if (oldest.Count == 0)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is StoreException or ObjectDisposedException)
        {
            // The next entry tries again.
        }
    }

    private static string KeyOf(long place) => place.ToString("x16", CultureInfo.InvariantCulture);

    private static long PlaceOf(StoredRecord record) =>
        long.Parse(record.Key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

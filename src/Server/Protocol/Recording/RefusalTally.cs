namespace ClickUpMcp.Protocol.Recording;

/// <summary>Counts what is refused, so that a flood leaves a line in a while and not one each.</summary>
internal sealed class RefusalTally(TimeProvider time)
{
    private const int MostKeys = 1024;
    private const string Others = "others";

    private readonly Lock _lock = new();
    private readonly Dictionary<RefusalKey, long> _counts = [];
    private long _begun = time.GetTimestamp();

    /// <summary>How long it has counted.</summary>
    public TimeSpan Over => time.GetElapsedTime(Volatile.Read(ref _begun));

    /// <summary>Counts one more; so many there were since the last <see cref="Take"/>.</summary>
    public long Count(RefusalKey key)
    {
        lock (_lock)
        {
            // Whoever comes from ever new addresses shares a count, so that memory is bounded.
            if (_counts.Count >= MostKeys && !_counts.ContainsKey(key))
            {
                key = new RefusalKey(default, Others, key.Reason);
            }

            return _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Takes what was counted, and counts from the start.</summary>
    public IReadOnlyList<RefusalRecord> Take()
    {
        lock (_lock)
        {
            TimeSpan over = Over;
            RefusalRecord[] taken = [.. _counts.Select(count => new RefusalRecord(count.Key, count.Value, over))];
            _counts.Clear();
            Volatile.Write(ref _begun, time.GetTimestamp());
            return taken;
        }
    }
}

namespace ClickUpMcp.Transport.Http;

/// <summary>Has only so many large bodies of each principal read at once, those that are refused too; the others wait unread.</summary>
/// <remarks>
/// All that arrives goes through one queue of work, in the order in which it came: of hundreds of connections that are read at once
/// each small request would wait for all. What one principal sends, slow or large, keeps only its own next ones waiting.
/// </remarks>
/// <param name="atOnce">How many of one principal.</param>
internal sealed class BodyLanes(int atOnce)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, Lane> _lanes = [];

    /// <summary>How many principals have a large body read, or waiting.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>Waits for a place, in the order of arrival; it is given back when the result is disposed of, once or more often.</summary>
    public async ValueTask<IDisposable> EnterAsync(UInt128 principal, CancellationToken aborted)
    {
        Lane lane;
        lock (_lock)
        {
            if (!_lanes.TryGetValue(principal, out lane!))
            {
                _lanes.Add(principal, lane = new Lane(atOnce));
            }

            lane.Users++;
        }

        try
        {
            await lane.Free.WaitAsync(aborted);
        }
        catch
        {
            Leave(principal, lane);
            throw;
        }

        return new Place(this, principal, lane);
    }

    private void Leave(UInt128 principal, Lane lane)
    {
        lock (_lock)
        {
            if (--lane.Users == 0)
            {
                _lanes.Remove(principal);
                lane.Free.Dispose();
            }
        }
    }

    private sealed class Lane(int atOnce)
    {
        public SemaphoreSlim Free { get; } = new(atOnce);

        public int Users { get; set; }
    }

    private sealed class Place(BodyLanes lanes, UInt128 principal, Lane lane) : IDisposable
    {
        private Lane? _lane = lane;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _lane, null) is { } left)
            {
                left.Free.Release();
                lanes.Leave(principal, left);
            }
        }
    }
}

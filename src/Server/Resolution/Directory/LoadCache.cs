using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>A small cache whose entries are loads: one for all concurrent callers, and none that failed.</summary>
/// <remarks>A load stops when the last of its callers has given up, so cancellation still reaches the socket.</remarks>
internal sealed class LoadCache<T>(TimeProvider time, int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SharedLoad<T>> _loads = [];

    /// <summary>The value of <paramref name="key"/>, loaded when there is none or it is as old as <paramref name="maxAge"/>.</summary>
    /// <param name="key">What to load.</param>
    /// <param name="maxAge">How old it may be.</param>
    /// <param name="load">Loads it, on behalf of all who wait for it.</param>
    /// <param name="call">Who waits.</param>
    /// <param name="cancellationToken">This caller's.</param>
    public async Task<T> GetAsync(
        string key,
        TimeSpan maxAge,
        Func<IUpstreamCall, CancellationToken, Task<T>> load,
        IUpstreamCall call,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        (SharedLoad<T> shared, bool isNew) = Join(key, maxAge, call);
        if (isNew)
        {
            _ = shared.RunAsync(load, succeeded => Finish(key, shared, succeeded));
        }

        try
        {
            return await shared.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(key, shared, call);
        }
    }

    /// <summary>The values that are there and not older than that; loads nothing.</summary>
    public IReadOnlyList<T> Known(TimeSpan maxAge)
    {
        lock (_lock)
        {
            return
            [
                .. _loads
                    .Values.Where(load => load.Result.IsCompletedSuccessfully)
                    .Where(load => load.LoadedAt is { } loadedAt && time.GetElapsedTime(loadedAt) < maxAge)
                    .Select(static load => load.Result.Result),
            ];
        }
    }

    /// <summary>Forgets everything; loads under way still serve those who wait for them.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _loads.Clear();
        }
    }

    /// <summary>Forgets those whose keys begin so; loads under way still serve those who wait for them.</summary>
    public void Clear(string prefix)
    {
        lock (_lock)
        {
            foreach (string key in _loads.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToList())
            {
                _loads.Remove(key);
            }
        }
    }

    private (SharedLoad<T> Load, bool IsNew) Join(string key, TimeSpan maxAge, IUpstreamCall call)
    {
        lock (_lock)
        {
            bool isNew =
                !_loads.TryGetValue(key, out SharedLoad<T>? shared)
                || (shared.LoadedAt is { } loadedAt && time.GetElapsedTime(loadedAt) >= maxAge);
            if (isNew)
            {
                _loads.Remove(key);
                MakeRoom();
                shared = new SharedLoad<T>(new CancellationTokenSource());
                _loads.Add(key, shared);
            }

            shared!.Waiters++;
            shared.Call.Join(call);
            return (shared, isNew);
        }
    }

    private void MakeRoom()
    {
        if (_loads.Count >= capacity)
        {
            _loads.Remove(_loads.MinBy(static entry => entry.Value.LoadedAt ?? long.MaxValue).Key);
        }
    }

    private void Finish(string key, SharedLoad<T> shared, bool succeeded)
    {
        lock (_lock)
        {
            if (succeeded)
            {
                shared.LoadedAt = time.GetTimestamp();
            }
            else
            {
                Forget(key, shared);
            }
        }
    }

    private void Leave(string key, SharedLoad<T> shared, IUpstreamCall call)
    {
        lock (_lock)
        {
            shared.Waiters--;
            shared.Call.Leave(call);
            if (shared.Waiters > 0 || shared.LoadedAt is not null)
            {
                return;
            }

            Forget(key, shared);
        }

        shared.Cancel();
    }

    private void Forget(string key, SharedLoad<T> shared)
    {
        if (_loads.TryGetValue(key, out SharedLoad<T>? current) && current == shared)
        {
            _loads.Remove(key);
        }
    }
}

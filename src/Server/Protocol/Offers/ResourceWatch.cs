using ClickUpMcp.Protocol.Inventories;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>Reads watched resources again at a set pace and tells who watches them when they have changed; runs only while somebody does.</summary>
/// <param name="gateway">Runs the tools.</param>
/// <param name="options">The pace, and the counts.</param>
internal sealed class ResourceWatch(Lazy<IToolGateway> gateway, WatchOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Watched> _watched = new(StringComparer.Ordinal);
    private ITimer? _timer;
    private int _isLooking;

    /// <summary>How many resources are watched.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _watched.Count;
            }
        }
    }

    /// <summary>Begins to watch a resource that was just read; what is watched already is not watched twice.</summary>
    /// <param name="uri">Its URI.</param>
    /// <param name="call">The tool that reads it, and its arguments.</param>
    /// <param name="text">What it is.</param>
    /// <param name="owner">Who watches.</param>
    /// <param name="updated">Told of each change.</param>
    /// <returns>Why it is refused; null when it is not.</returns>
    public string? Add(
        string uri,
        (string Tool, byte[] Arguments) call,
        string text,
        object owner,
        Action<string> updated
    )
    {
        lock (_lock)
        {
            if (_watched.TryGetValue(uri, out Watched? watched) && watched.Watchers.ContainsKey(owner))
            {
                return null;
            }

            if (_watched.Values.Count(other => other.Watchers.ContainsKey(owner)) >= WatchOptions.MostOfOwner)
            {
                return $"At most {WatchOptions.MostOfOwner} resources are watched by one session or request; unsubscribe from some.";
            }

            if (!options.Counts.TryAdd(options.Principal))
            {
                return $"At most {WatchCounts.MostOfPrincipal} resources are watched for one principal; end some of its subscriptions.";
            }

            if (watched is null)
            {
                watched = new Watched(uri, call.Tool, call.Arguments);
                watched.Take(text);
                _watched.Add(uri, watched);
            }

            watched.Watchers.Add(owner, updated);
            _timer ??= options.Time.CreateTimer(_ => _ = LookAsync(), null, options.Pace, options.Pace);
            return null;
        }
    }

    /// <summary>Ends one subscription; nothing when there is none.</summary>
    public void Remove(string uri, object owner)
    {
        lock (_lock)
        {
            if (_watched.TryGetValue(uri, out Watched? watched))
            {
                Remove(watched, owner);
            }
        }
    }

    /// <summary>Ends all subscriptions of one who watches.</summary>
    public void RemoveAll(object owner)
    {
        lock (_lock)
        {
            foreach (Watched watched in _watched.Values.ToArray())
            {
                Remove(watched, owner);
            }
        }
    }

    private void Remove(Watched watched, object owner)
    {
        if (!watched.Watchers.Remove(owner))
        {
            return;
        }

        options.Counts.Remove(options.Principal);
        if (watched.Watchers.Count == 0)
        {
            _watched.Remove(watched.Uri);
        }

        if (_watched.Count == 0)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private async Task LookAsync()
    {
        // A look that takes longer than a period is not overtaken by the next.
        if (Interlocked.Exchange(ref _isLooking, 1) != 0)
        {
            return;
        }

        try
        {
            Watched[] all;
            lock (_lock)
            {
                all = [.. _watched.Values];
            }

            foreach (Watched watched in all)
            {
                await LookAsync(watched);
            }
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }

    private async Task LookAsync(Watched watched)
    {
        string? text;
        try
        {
            ToolGatewayResult read = await gateway.Value.CallAsync(
                new McpRequest(watched.Tool, watched.Arguments) { IsBackground = true },
                CancellationToken.None
            );
            text = read.Result is { IsError: false } result ? result.Text : null;
        }
#pragma warning disable CA1031 // The timer's thread has nobody above it; whatever fails is tried again at the next look.
        catch (Exception)
#pragma warning restore CA1031
        {
            text = null;
        }

        // What cannot be read now is read at the next look; who watches it asks for it when it wants to know.
        if (text is null || !watched.Take(text))
        {
            return;
        }

        Action<string>[] watchers;
        lock (_lock)
        {
            watchers = [.. watched.Watchers.Values];
        }

        foreach (Action<string> updated in watchers)
        {
            updated(watched.Uri);
        }
    }
}

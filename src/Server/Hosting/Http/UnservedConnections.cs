namespace ClickUpMcp.Hosting.Http;

/// <summary>The connections that were accepted and have sent no request yet; closing one of them would lose it.</summary>
internal sealed class UnservedConnections
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CancellationTokenRegistration> _connections = new(StringComparer.Ordinal);
    private TaskCompletionSource? _none;

    /// <summary>Takes a connection, until it has sent a request or is closed.</summary>
    public void Add(string connection, CancellationToken closed)
    {
        lock (_lock)
        {
            _connections[connection] = default;
        }

        CancellationTokenRegistration end = closed.Register(() => Remove(connection));
        lock (_lock)
        {
            if (_connections.ContainsKey(connection))
            {
                _connections[connection] = end;
            }
        }
    }

    /// <summary>Takes a connection out, if it is here.</summary>
    public void Remove(string connection)
    {
        lock (_lock)
        {
            if (_connections.Remove(connection, out CancellationTokenRegistration end))
            {
                end.Unregister();
            }

            if (_connections.Count == 0)
            {
                _none?.TrySetResult();
            }
        }
    }

    /// <summary>Ends once there is none; those that are accepted later count too.</summary>
    public Task WhenNoneAsync()
    {
        lock (_lock)
        {
            _none ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_connections.Count == 0)
            {
                _none.TrySetResult();
            }

            return _none.Task;
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Listens on a socket that outlives this process, and can stop accepting long before the server's end closes connections.</summary>
/// <param name="sockets">Does the listening.</param>
/// <param name="connections">Takes the connections that are accepted.</param>
internal sealed class HandedSocketFactory(IConnectionListenerFactory sockets, UnservedConnections connections)
    : IConnectionListenerFactory
{
    // The kernel may have accepted a connection before the unbinding that comes out after it.
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IConnectionListener? _listener;

    public async ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken = default
    )
    {
        _listener = await sockets.BindAsync(endpoint, cancellationToken);
        return new Listener(_listener, connections, _ended);
    }

    /// <summary>Leaves what connects from now on to the next process, which has the same socket; ends once all that was accepted here is counted.</summary>
    public async Task StopAcceptingAsync()
    {
        if (_listener is not null)
        {
            await _listener.UnbindAsync();
            await _ended.Task;
        }
    }

    private sealed class Listener(
        IConnectionListener inner,
        UnservedConnections connections,
        TaskCompletionSource ended
    ) : IConnectionListener
    {
        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            ConnectionContext? connection = null;
            try
            {
                connection = await inner.AcceptAsync(cancellationToken);
                if (connection is not null)
                {
                    connections.Add(connection.ConnectionId, connection.ConnectionClosed);
                }

                return connection;
            }
            finally
            {
                if (connection is null)
                {
                    ended.TrySetResult();
                }
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) =>
            inner.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Listens on a socket that outlives this process, and can stop accepting long before the server's end closes connections.</summary>
/// <param name="sockets">Does the listening.</param>
/// <param name="connections">Takes the connections that are accepted.</param>
internal sealed class HandedSocketFactory(IConnectionListenerFactory sockets, UnservedConnections connections)
    : IConnectionListenerFactory
{
    private IConnectionListener? _listener;

    public async ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken = default
    )
    {
        _listener = await sockets.BindAsync(endpoint, cancellationToken);
        return new Listener(_listener, connections);
    }

    /// <summary>Leaves what connects from now on to the next process, which has the same socket.</summary>
    public ValueTask StopAcceptingAsync() => _listener?.UnbindAsync() ?? ValueTask.CompletedTask;

    private sealed class Listener(IConnectionListener inner, UnservedConnections connections) : IConnectionListener
    {
        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            ConnectionContext? connection = await inner.AcceptAsync(cancellationToken);
            if (connection is not null)
            {
                connections.Add(connection.ConnectionId, connection.ConnectionClosed);
            }

            return connection;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) =>
            inner.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

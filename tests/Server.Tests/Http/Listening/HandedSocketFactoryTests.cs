using System.Net;
using System.Threading.Channels;
using ClickUpMcp.Hosting.Http;
using Microsoft.AspNetCore.Connections;

namespace ClickUpMcp.Tests.Http;

/// <summary>What the kernel accepted before the unbinding and hands out after it is counted before the end goes on.</summary>
public sealed class HandedSocketFactoryTests
{
    [Fact]
    public async Task The_end_waits_for_a_connection_that_comes_out_after_the_unbinding()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        SlowListener sockets = new();
        UnservedConnections unserved = new();
        HandedSocketFactory factory = new(sockets, unserved);
        IConnectionListener listener = await factory.BindAsync(sockets.EndPoint, cancellation);
        ValueTask<ConnectionContext?> accept = listener.AcceptAsync(cancellation);

        Task stop = factory.StopAcceptingAsync();
        stop.IsCompleted.ShouldBeFalse();
        DefaultConnectionContext late = new("late");
        sockets.Accepted.Writer.TryWrite(late).ShouldBeTrue();
        (await accept).ShouldBe(late);
        stop.IsCompleted.ShouldBeFalse();
        sockets.Accepted.Writer.TryWrite(null).ShouldBeTrue();
        (await listener.AcceptAsync(cancellation)).ShouldBeNull();

        await stop.WaitAsync(HttpServer.Patience, cancellation);
        unserved.WhenNoneAsync().IsCompleted.ShouldBeFalse();
        unserved.Remove(late.ConnectionId);
        await unserved.WhenNoneAsync().WaitAsync(HttpServer.Patience, cancellation);
        await late.DisposeAsync();
    }

    /// <summary>Gives what it is told, also after it was unbound.</summary>
    private sealed class SlowListener : IConnectionListenerFactory, IConnectionListener
    {
        public Channel<ConnectionContext?> Accepted { get; } = Channel.CreateUnbounded<ConnectionContext?>();

        public EndPoint EndPoint { get; } = new IPEndPoint(IPAddress.Loopback, 1);

        public ValueTask<IConnectionListener> BindAsync(
            EndPoint endpoint,
            CancellationToken cancellationToken = default
        ) => ValueTask.FromResult<IConnectionListener>(this);

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
            Accepted.Reader.ReadAsync(cancellationToken);

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

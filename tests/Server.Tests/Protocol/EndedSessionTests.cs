using System.Text;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>A request that had found its session before that ended is not begun.</summary>
public sealed class EndedSessionTests
{
    [Theory]
    [InlineData("hang")]
    [InlineData("echo")]
    public void A_session_that_has_ended_takes_in_no_more(string tool)
    {
        FakeGateway gateway = new();
        ProtocolCore core = new(StdioSession.Services());
        McpSession session = new(StdioSession.Inventory(gateway)) { Version = "2025-11-25" };
        using LastReply sink = new();
        using IncomingMessage message = core.Read(
            Encoding.UTF8.GetBytes(
                $$$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{{tool}}}}"}}"""
            )
        );
        session.InFlight.End();

        core.Accept(message, session, sink).ShouldBeNull();

        sink.Reply!.Fault.ShouldBe(RpcFault.SessionEnded);
        gateway.Started.Task.IsCompleted.ShouldBeFalse();
        session.InFlight.Count.ShouldBe(0);
    }

    private sealed class LastReply : IMessageSink, IDisposable
    {
        public Reply? Reply { get; private set; }

        public bool TrySend(ReadOnlySpan<byte> message) => true;

        public void Send(Reply reply) => Reply = reply;

        public void Dispose() => Reply?.Dispose();
    }
}

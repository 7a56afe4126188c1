using ClickUpMcp.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class ShutdownTests
{
    [Theory]
    [InlineData("hang")]
    [InlineData("stuck")]
    public async Task The_end_of_input_ends_the_server_whatever_is_in_flight(string tool)
    {
        var session = new StdioSession();
        session.Send($$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}"}}""");
        await StdioSession.Patiently(session.Gateway.Started.Task);
        await session.EndAsync();
        session.Output.Lines.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_end_of_input_cancels_calls()
    {
        var session = new StdioSession();
        session.Send("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"hang"}}""");
        await StdioSession.Patiently(session.Gateway.Started.Task);
        await session.EndAsync();
        await StdioSession.Patiently(session.Gateway.Cancelled.Task);
    }

    [Fact]
    public async Task The_end_of_input_ends_the_server_with_an_open_subscription()
    {
        var session = new StdioSession();
        session.Send(
            $$$"""{"jsonrpc":"2.0","id":9,"method":"subscriptions/listen","params":{"notifications":{},{{{StdioSession.Modern}}}}}"""
        );
        (await session.ReceiveAsync()).ShouldContain("notifications/subscriptions/acknowledged");
        await session.EndAsync();
    }

    [Fact]
    public async Task A_last_line_without_line_feed_is_answered()
    {
        using var input = new MemoryStream("""{"jsonrpc":"2.0","id":1,"method":"ping"}"""u8.ToArray());
        var output = new OutputStream();
        Server(input, output).Run();
        (await output.Lines.ReadAsync(TestContext.Current.CancellationToken)).ShouldContain("\"id\":1");
        output.IsWhole.ShouldBeTrue();
    }

    [Fact]
    public void A_client_that_no_longer_reads_is_noticed_once_and_quietly()
    {
        byte[] lines =
        [
            .. Enumerable
                .Repeat("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n"u8.ToArray(), 3)
                .SelectMany(l => l),
        ];
        using var input = new MemoryStream(lines);
        int noticed = 0;
        Server(input, new BrokenStream(), () => noticed++).Run();
        noticed.ShouldBe(1);
    }

    private static StdioServer Server(Stream input, Stream output, Action? closed = null) =>
        new(
            input,
            output,
            new ServerIdentity("n", "t", "v", "i"),
            () => new FakeGateway(),
            NullLoggerFactory.Instance,
            closed
        );

    private sealed class BrokenStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}

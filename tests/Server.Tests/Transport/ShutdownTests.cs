using ClickUpMcp.Transport;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class ShutdownTests
{
    [Fact]
    public async Task The_end_of_input_ends_the_server_whatever_is_in_flight()
    {
        var session = new StdioSession();
        session.Send("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"stuck"}}""");
        await StdioSession.Patiently(session.Gateway.Started.Task);
        await session.EndAsync();
        session.Output.Lines.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_call_that_the_end_cuts_short_is_told_so()
    {
        var session = new StdioSession();
        session.Send("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"hang"}}""");
        await StdioSession.Patiently(session.Gateway.Started.Task);
        await session.EndAsync();
        (await session.ReceiveAsync()).ShouldContain(
            "\"id\":1,\"error\":{\"code\":-32603,\"message\":\"The server is stopping"
        );
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
    public async Task A_last_line_without_line_feed_is_answered()
    {
        using var input = new MemoryStream("""{"jsonrpc":"2.0","id":1,"method":"ping"}"""u8.ToArray());
        var output = new OutputStream();
        using StdioServer server = Server(input, output);
        server.Run();
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
        using StdioServer server = Server(input, new BrokenStream(), () => noticed++);
        server.Run();
        noticed.ShouldBe(1);
    }

    private static StdioServer Server(Stream input, Stream output, Action? closed = null) =>
        new(input, output, StdioSession.Inventory(new FakeGateway()), StdioSession.Services(), outputClosed: closed);

    private sealed class BrokenStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}

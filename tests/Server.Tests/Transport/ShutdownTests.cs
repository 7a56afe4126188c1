using ClickUpMcp.Tests;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class ShutdownTests
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_call_in_flight_at_the_end_of_input_is_answered()
    {
        StdioSession session = Start();
        session.Send(Call("wait"));
        await StdioSession.Patiently(session.Gateway.Started.Task);
        Task end = session.EndAsync();
        await DrainingAsync();
        _time.Advance(DrainTime - TimeSpan.FromTicks(1));
        end.IsCompleted.ShouldBeFalse();
        session.Gateway.Go.SetResult();
        await end;
        (await session.ReceiveAsync()).ShouldContain("waited");
    }

    [Fact]
    public async Task The_end_of_input_ends_the_server_whatever_is_in_flight()
    {
        StdioSession session = Start();
        session.Send(Call("stuck"));
        await StdioSession.Patiently(session.Gateway.Started.Task);
        await EndAfterDrainAsync(session);
        session.Output.Lines.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_call_that_the_end_cuts_short_is_cancelled_and_told_so()
    {
        StdioSession session = Start();
        session.Send(Call("hang"));
        await StdioSession.Patiently(session.Gateway.Started.Task);
        await EndAfterDrainAsync(session);
        (await session.ReceiveAsync()).ShouldContain(
            "\"id\":1,\"error\":{\"code\":-32603,\"message\":\"The server is stopping"
        );
        await StdioSession.Patiently(session.Gateway.Cancelled.Task);
    }

    [Fact]
    public async Task A_batch_in_flight_at_the_end_of_input_is_answered_whole()
    {
        StdioSession session = Start();
        await session.AskAsync(StdioSession.Handshake.Replace("2025-11-25", "2025-03-26", StringComparison.Ordinal));
        session.Send($$"""[{{Call("wait")}},{"jsonrpc":"2.0","id":2,"method":"ping"}]""");
        await StdioSession.Patiently(session.Gateway.Started.Task);
        Task end = session.EndAsync();
        await DrainingAsync();
        session.Gateway.Go.SetResult();
        await end;
        string reply = await session.ReceiveAsync();
        reply.ShouldStartWith("[");
        reply.ShouldContain("waited");
    }

    [Fact]
    public async Task Nobody_waits_for_a_client_that_reads_no_more()
    {
        var gone = new TaskCompletionSource();
        var gateway = new FakeGateway();
        using var input = new InputStream();
        using var server = new StdioServer(
            input,
            new OutputStream(),
            StdioSession.Inventory(gateway),
            StdioSession.Services() with
            {
                Time = _time,
            },
            watchOutput: _ => gone.Task
        );
        Task run = Task.Factory.StartNew(server.Run, TaskCreationOptions.LongRunning);
        input.Send([.. System.Text.Encoding.UTF8.GetBytes(Call("hang")), (byte)'\n']);
        await StdioSession.Patiently(gateway.Started.Task);
        input.End();
        await DrainingAsync();
        gone.SetResult();
        await StdioSession.Patiently(run);
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

    private StdioSession Start() => new(StdioSession.Services() with { Time = _time });

    private static string Call(string tool) =>
        $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}"}}""";

    /// <summary>Waits until the server waits for its calls, which is the only thing here that sets a timer.</summary>
    private Task DrainingAsync() => Wait.UntilAsync(() => _time.RingsIn(DrainTime), "the drain");

    private async Task EndAfterDrainAsync(StdioSession session)
    {
        Task end = session.EndAsync();
        await DrainingAsync();
        _time.Advance(DrainTime);
        await end;
    }

    private static StdioServer Server(Stream input, Stream output, Action? closed = null) =>
        new(input, output, StdioSession.Inventory(new FakeGateway()), StdioSession.Services(), outputClosed: closed);

    private sealed class BrokenStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}

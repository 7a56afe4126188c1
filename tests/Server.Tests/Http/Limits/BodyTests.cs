using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using ClickUpMcp.Driver.Http;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http.Limits;

/// <summary>What bodies may take: memory as they arrive, within a share, and a time.</summary>
public sealed class BodyTests
{
    private const int Large = 1024 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static readonly EdgeOptions Edge = new() { Hosts = new HashSet<string>(), Authentication = "" };

    [Fact]
    [Trait("Requirement", "H-05")]
    public void H_05_a_body_grows_with_what_arrives_and_not_with_what_was_announced()
    {
        using var body = new RequestBody(new ByteBudget(long.MaxValue, long.MaxValue), 1);
        int arrived = 0;
        while (arrived < 4 * Large)
        {
            Memory<byte> free = body.Free(4 * Large);
            (arrived + free.Length).ShouldBeLessThanOrEqualTo(Math.Max(4096, 2 * arrived));
            arrived += free.Length;
            body.Advance(free.Length);
        }

        body.Length.ShouldBe(4 * Large, "nothing is made beyond the announced length");
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public async Task H_05_what_one_principal_holds_stops_only_its_own_large_bodies()
    {
        EdgeOptions edge = Edge with { MaxHeldBytesPerPrincipal = 2 * Large, MaxHeldBytes = 3 * Large };
        var bodies = new BodyReader(edge, TimeProvider.System);
        RequestBody first = await ReadAsync(bodies, 1, 2 * Large);

        (await Should.ThrowAsync<HttpFaultException>(ReadAsync(bodies, 1, Large))).Fault.Status.ShouldBe(429);
        using RequestBody small = await ReadAsync(bodies, 1, RequestBody.Uncounted);
        using RequestBody others = await ReadAsync(bodies, 2, Large);
        HttpFault full = (await Should.ThrowAsync<HttpFaultException>(ReadAsync(bodies, 3, Large))).Fault;
        (full.Status, full.RetryAfter).ShouldBe((503, TimeSpan.FromSeconds(1)));
        using RequestBody smallToo = await ReadAsync(bodies, 3, RequestBody.Uncounted);

        first.Dispose();
        using RequestBody later = await ReadAsync(bodies, 1, Large);
        later.Length.ShouldBe(Large);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "H-05")]
    public async Task H_05_a_body_may_be_as_long_as_allowed_announced_or_not(bool isAnnounced)
    {
        var bodies = new BodyReader(Edge with { MaxBodyBytes = Large }, TimeProvider.System);
        using RequestBody body = await ReadAsync(bodies, 1, Large, isAnnounced);
        body.Length.ShouldBe(Large);
        HttpFault fault = (
            await Should.ThrowAsync<HttpFaultException>(ReadAsync(bodies, 1, Large + 1, isAnnounced: false))
        ).Fault;
        fault.Status.ShouldBe(413);
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public async Task H_05_a_body_that_trickles_is_refused_after_half_a_minute()
    {
        var time = new ManualTimeProvider();
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway(), time: time);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
            ),
            TestContext.Current.CancellationToken
        );
        await Wait.UntilAsync(() => time.RingsIn(TimeSpan.FromSeconds(30)), "the time for a body");

        time.Advance(TimeSpan.FromSeconds(29));
        await stream.WriteAsync("\"a\""u8.ToArray(), TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(1));

        using var reader = new StreamReader(stream);
        string reply = await reader
            .ReadToEndAsync(TestContext.Current.CancellationToken)
            .WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        reply.ShouldStartWith("HTTP/1.1 408 ");
        reply.ShouldContain("did not arrive within 30 s");
        reply.ShouldContain("Connection: close");
    }

    [Fact]
    [Trait("Requirement", "R-01")]
    public async Task R_01_large_bodies_are_worked_on_in_turn_and_small_ones_at_once()
    {
        var bodies = new BodyReader(Edge, TimeProvider.System);
        using RequestBody large = await ReadAsync(bodies, 1, Large);
        using RequestBody small = await ReadAsync(bodies, 2, RequestBody.Uncounted);
        using var turns = new LargeBodyTurns(atOnce: 1);
        IDisposable? first = await turns.WaitAsync(large, CancellationToken.None);
        Task<IDisposable?> second = turns.WaitAsync(large, CancellationToken.None).AsTask();
        Task<IDisposable?> third = turns.WaitAsync(large, CancellationToken.None).AsTask();

        (await turns.WaitAsync(small, CancellationToken.None)).ShouldBeNull();
        second.IsCompleted.ShouldBeFalse();
        first!.Dispose();
        first.Dispose();
        using IDisposable? turn = await second.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        third.IsCompleted.ShouldBeFalse("one that is ended twice is one");
        turn!.Dispose();
        (await third.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken))!.Dispose();
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public async Task H_05_what_is_announced_counts_against_its_sender_alone_and_at_once()
    {
        EdgeOptions edge = Edge with { MaxHeldBytesPerPrincipal = 2 * Large, MaxHeldBytes = 2 * Large };
        var bodies = new BodyReader(edge, TimeProvider.System);
        var pending = new Pipe();
        Task<RequestBody> waiting = ReadAsync(bodies, 1, pending.Reader.AsStream(), 2 * Large);
        var unread = new MemoryStream(new byte[Large]);

        (await Should.ThrowAsync<HttpFaultException>(ReadAsync(bodies, 1, unread, Large))).Fault.Status.ShouldBe(429);
        unread.Position.ShouldBe(0);
        using RequestBody others = await ReadAsync(bodies, 2, Large);
        others.Length.ShouldBe(Large);

        await pending.Writer.CompleteAsync();
        (await waiting).Dispose();
        using RequestBody later = await ReadAsync(bodies, 1, Large);
        later.Length.ShouldBe(Large);
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public async Task H_05_a_body_that_is_refused_is_let_through_to_its_end_so_that_its_sender_reads_why()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        byte[] request = McpRequest.Post(server.Address, new string(' ', 4 * Large), []);
        using HttpConnection connection = await HttpConnection.OpenAsync(server.Address, Cancelled);

        // Until the server has seen what another one announces, this is read: white space, which is no message.
        HttpReply reply = default!;
        await Wait.UntilAsync(
            async () =>
            {
                // A new one each time: where this one's request was there first, it is the other that is refused.
                using HttpConnection stalled = await HttpConnection.OpenAsync(server.Address, Cancelled);
                await stalled.SendAsync(request.AsMemory(0, 4096), Cancelled);
                reply = await connection.ExchangeAsync(request, Cancelled);
                return reply.Status != StatusCodes.Status400BadRequest;
            },
            "a body that has no room"
        );
        reply.Status.ShouldBe(429);
        connection.Head.ShouldContain("Retry-After: 1");
        (await connection.ExchangeAsync(McpRequest.Stateless(server.Address, McpCall.List), Cancelled)).Status.ShouldBe(
            200
        );
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(Large)]
    [Trait("Promise", "PA-01")]
    public void PA_01_what_a_body_held_is_kept_while_it_grows_and_in_no_array_that_others_are_lent(int length)
    {
        var body = new RequestBody(new ByteBudget(long.MaxValue, long.MaxValue), 1);
        List<Memory<byte>> pooled = [];
        while (body.Length < length)
        {
            Memory<byte> free = body.Free(length);
            free.Span.Fill((byte)'x');
            body.Advance(free.Length);
            pooled.Add(free);
        }

        body.Memory.Span.IndexOfAnyExcept((byte)'x').ShouldBe(-1, "what had come was kept when it grew");
        body.Dispose();
        body.Dispose();

        body.Memory.Length.ShouldBe(0);
        pooled.ShouldNotBeEmpty();
        pooled.Count(static part => part.Span.Contains((byte)'x')).ShouldBe(0);
    }

    private static Task<RequestBody> ReadAsync(
        BodyReader bodies,
        UInt128 principal,
        int length,
        bool isAnnounced = true
    )
    {
        return ReadAsync(bodies, principal, new MemoryStream(new byte[length]), isAnnounced ? length : null);
    }

    private static Task<RequestBody> ReadAsync(BodyReader bodies, UInt128 principal, Stream content, int? announced)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = content;
        context.Request.ContentLength = announced;
        return bodies.ReadAsync(context.Request, principal, CancellationToken.None);
    }
}

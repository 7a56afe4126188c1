using System.Net.Sockets;
using System.Text;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>What bodies may take: memory as they arrive, within a share, and a time.</summary>
public sealed class BodyTests
{
    private const int Large = 1024 * 1024;

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
        int timers = time.ArmedTimers;
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
            ),
            TestContext.Current.CancellationToken
        );
        while (time.ArmedTimers == timers)
        {
            await Task.Yield();
        }

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

    private static Task<RequestBody> ReadAsync(
        BodyReader bodies,
        UInt128 principal,
        int length,
        bool isAnnounced = true
    )
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(new byte[length]);
        context.Request.ContentLength = isAnnounced ? length : null;
        return bodies.ReadAsync(context.Request, principal, CancellationToken.None);
    }
}

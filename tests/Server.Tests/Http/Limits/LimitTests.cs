using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http.Limits;

/// <summary>The limits that <c>docs/http.md</c> names: each is reached, and holds.</summary>
public sealed class LimitTests
{
    private const int MostOpen = 256;

    [Fact]
    [Trait("Requirement", "H-05")]
    [Trait("Requirement", "R-01")]
    public async Task R_01_256_requests_of_one_principal_may_be_open_and_streams_count()
    {
        var gateway = new FakeGateway();
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        await using HttpServer server = await HttpServer.StartAsync(
            gateway,
            options => options.Http.TokensFile = tokens.Path
        );
        (string, string) anna = TokenFile.Bearer(TokenFile.Anna);
        string session = await server.OpenSessionAsync(anna);
        using HttpResponseMessage stream = await server.SendAsync(
            HttpMethod.Get,
            null,
            [anna, ("Mcp-Session-Id", session)],
            HttpCompletionOption.ResponseHeadersRead
        );
        Task<HttpResponseMessage>[] open =
        [
            .. Enumerable
                .Range(1, MostOpen - 1)
                .Select(id => WaitAsync(server, id, [anna, ("Mcp-Session-Id", session)])),
        ];
        await Wait.UntilAsync(() => gateway.Waiting == MostOpen - 1, "calls that wait");

        using HttpResponseMessage refused = await server.CallAsync("echo", headers: anna);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        using HttpResponseMessage others = await server.CallAsync("echo", headers: TokenFile.Bearer(TokenFile.Ben));
        others.StatusCode.ShouldBe(HttpStatusCode.OK);

        gateway.Go.SetResult();
        foreach (Task<HttpResponseMessage> call in open)
        {
            (await HttpServer.TextAsync(await call)).ShouldBe("waited");
        }

        using HttpResponseMessage again = await server.CallAsync("echo", headers: anna);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A call that waits; a reply reaches its client before the request that it ends stops being counted.</summary>
    private static async Task<HttpResponseMessage> WaitAsync(
        HttpServer server,
        int id,
        (string Name, string Value)[] headers
    )
    {
        while (true)
        {
            HttpResponseMessage reply = await server.PostAsync(
                $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"wait"}}""",
                headers
            );
            if (reply.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return reply;
            }

            reply.Dispose();
        }
    }

    [Theory]
    [InlineData(30 * 1024, 1, "200")]
    [InlineData(33 * 1024, 1, "431")]
    [InlineData(10, 60, "200")]
    [InlineData(10, 65, "431")]
    [Trait("Requirement", "H-05")]
    public async Task H_05_a_head_has_at_most_32_KiB_and_64_headers(int length, int count, string status)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        var head = new StringBuilder("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (int i = 0; i < count; i++)
        {
            head.Append("X-Filler-").Append(i).Append(": ").Append('x', length).Append("\r\n");
        }

        (await server.RawAsync(head.Append("\r\n").ToString())).ShouldStartWith($"HTTP/1.1 {status} ");
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public async Task H_05_connections_beyond_the_most_are_closed_and_room_is_given_back()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            new FakeGateway(),
            options => options.Http.MaxConnections = 2
        );
        const string Probe = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        TcpClient[] kept = [await ConnectAsync(server), await ConnectAsync(server)];
        (await server.RawAsync(Probe)).ShouldBeEmpty();

        Array.ForEach(kept, static client => client.Dispose());
        string reply = "";
        await Wait.UntilAsync(
            async () =>
            {
                reply = await server.RawAsync(Probe);
                return reply.Length > 0;
            },
            "a place for a connection"
        );
        reply.ShouldStartWith("HTTP/1.1 200 ");
    }

    [Fact]
    public async Task While_it_drains_the_server_is_alive_and_not_ready_and_refuses_new_requests()
    {
        var gateway = new FakeGateway();
        await using HttpServer server = await HttpServer.StartAsync(gateway, options => options.Http.DrainSeconds = 60);
        using HttpResponseMessage before = await GetAsync(server, "/readyz");
        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        Task<HttpResponseMessage> call = server.CallAsync("wait");
        await gateway.Started.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        Task stop = server.Host.StopAsync();
        using HttpResponseMessage ready = await GetAsync(server, "/readyz");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("stopping\n");
        using HttpResponseMessage alive = await GetAsync(server, "/healthz");
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage refused = await server.CallAsync("echo");
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();

        gateway.Go.SetResult();
        (await HttpServer.TextAsync(await call)).ShouldBe("waited");
        await stop.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        await Should.ThrowAsync<HttpRequestException>(GetAsync(server, "/readyz"));
    }

    [Fact]
    public async Task A_stream_that_is_silent_for_15_s_gets_a_comment_and_stays_open()
    {
        var time = new ManualTimeProvider();
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway(), time: time);
        string session = await server.OpenSessionAsync();
        using HttpResponseMessage stream = await server.SendAsync(
            HttpMethod.Get,
            null,
            [("Mcp-Session-Id", session)],
            HttpCompletionOption.ResponseHeadersRead
        );
        using var reader = new StreamReader(
            await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        for (int i = 0; i < 3; i++)
        {
            await Wait.UntilAsync(() => time.RingsIn(TimeSpan.FromSeconds(15)), "the time of silence");

            Task<string?> line = reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
            time.Advance(TimeSpan.FromSeconds(14));
            line.IsCompleted.ShouldBeFalse();
            time.Advance(TimeSpan.FromSeconds(1));
            (await line.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken)).ShouldBe(":");
            (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_peer_that_sends_more_than_can_be_worked_on_is_told_so()
    {
        await using var session = new StdioSession();
        for (int i = 0; i < 1024; i++)
        {
            session.Send($$$"""{"jsonrpc":"2.0","id":{{{i}}},"method":"tools/call","params":{"name":"wait"}}""");
        }

        JsonElement refused = await session.AskAsync(
            """{"jsonrpc":"2.0","id":"more","method":"tools/call","params":{"name":"wait"}}"""
        );
        refused.GetProperty("id").GetString().ShouldBe("more");
        refused.GetProperty("error").GetProperty("message").GetString()!.ShouldStartWith("Too many requests");
        session.Gateway.Go.SetResult();
        for (int i = 0; i < 1024; i++)
        {
            (await session.ReceiveJsonAsync()).GetProperty("result").GetRawText().ShouldContain("waited");
        }

        JsonElement served = await session.AskAsync(
            """{"jsonrpc":"2.0","id":"again","method":"tools/call","params":{"name":"wait"}}"""
        );
        served.TryGetProperty("result", out _).ShouldBeTrue();
    }

    private static Task<HttpResponseMessage> GetAsync(HttpServer server, string path) =>
        server.SendAsync(HttpMethod.Get, null, [(":path", path)]);

    /// <summary>A connection that the server has taken, since it has answered.</summary>
    private static async Task<TcpClient> ConnectAsync(HttpServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken
        );
        (await stream.ReadAsync(new byte[1024], TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        return client;
    }
}

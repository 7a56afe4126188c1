using System.Net;
using System.Text.Json;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>Sessions of legacy clients.</summary>
public sealed class SessionTests
{
    private const string List = """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""";

    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    public async Task Every_legacy_revision_works(string version)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        using HttpResponseMessage initialized = await server.PostAsync(
            HttpServer.Handshake.Replace("2025-11-25", version, StringComparison.Ordinal)
        );
        (await HttpServer.JsonAsync(initialized))
            .GetProperty("result")
            .GetProperty("protocolVersion")
            .GetString()
            .ShouldBe(version);
        (string, string)[] session = Of(initialized.Headers.GetValues("Mcp-Session-Id").Single(), version);

        using HttpResponseMessage ready = await server.PostAsync(
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            session
        );
        ready.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using HttpResponseMessage listed = await server.PostAsync(List, session);
        JsonElement result = (await HttpServer.JsonAsync(listed)).GetProperty("result");
        result.GetRawText().ShouldBe("{\"tools\":" + FakeGateway.List + "}");
        using HttpResponseMessage called = await server.PostAsync(Call(3, "echo"), session);
        (await HttpServer.TextAsync(called)).ShouldBe("{}");
    }

    [Fact]
    public async Task T_03_ids_are_256_random_bits()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        HashSet<string> ids = [];
        for (int i = 0; i < 50; i++)
        {
            ids.Add(await server.OpenSessionAsync());
        }

        ids.Count.ShouldBe(50);
        ids.ShouldAllBe(id => id.Length == 64 && id.All(char.IsAsciiHexDigitLower));
        // Every digit takes every value: no part of it is a counter or a clock.
        Enumerable.Range(0, 64).ShouldAllBe(place => ids.Select(id => id[place]).Distinct().Count() > 4);
    }

    [Fact]
    public async Task T_03_a_session_is_nobody_elses()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        await using HttpServer server = await HttpServer.StartAsync(
            new FakeGateway(),
            options => options.Http.TokensFile = tokens.Path
        );
        string session = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));

        foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Get, HttpMethod.Delete])
        {
            string? body = method == HttpMethod.Post ? List : null;
            using HttpResponseMessage foreign = await server.SendAsync(
                method,
                body,
                [.. Of(session), TokenFile.Bearer(TokenFile.Ben)]
            );
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using HttpResponseMessage unknown = await server.SendAsync(
                method,
                body,
                [.. Of(new string('0', 64)), TokenFile.Bearer(TokenFile.Ben)]
            );
            // Nobody can find out by asking whether a session exists.
            (await foreign.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(
                await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
            using HttpResponseMessage nobody = await server.SendAsync(method, body, Of(session));
            nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using HttpResponseMessage own = await server.PostAsync(
            List,
            [.. Of(session), TokenFile.Bearer(TokenFile.Anna)]
        );
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [Trait("Requirement", "T-03")]
    [Trait("Promise", "PA-05")]
    [InlineData("X-ClickUp-Key", "pk_2_OTHER")]
    [InlineData("X-ClickUp-Team-Id", "9012000001")]
    [InlineData("X-Read-Only", "true")]
    public async Task A_session_keeps_what_it_was_opened_with(string header, string value)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        string session = await server.OpenSessionAsync();
        using HttpResponseMessage reply = await server.PostAsync(List, [.. Of(session), (header, value)]);
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task T_03_delete_ends_a_session()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        (string, string)[] session = Of(await server.OpenSessionAsync());

        using HttpResponseMessage deleted = await server.SendAsync(HttpMethod.Delete, null, session);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using HttpResponseMessage gone = await server.PostAsync(List, session);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using HttpResponseMessage again = await server.SendAsync(HttpMethod.Delete, null, session);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Promise", "PB-04")]
    public async Task T_03_a_session_ends_when_it_is_not_used_or_a_day_old()
    {
        var time = new ManualTimeProvider();
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway(), time: time);
        (string, string)[] session = Of(await server.OpenSessionAsync());
        for (int i = 0; i < 49; i++)
        {
            time.Advance(TimeSpan.FromMinutes(29));
            using HttpResponseMessage alive = await server.PostAsync(List, session);
            alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        time.Advance(TimeSpan.FromMinutes(20));
        using HttpResponseMessage old = await server.PostAsync(List, session);
        old.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (string, string)[] other = Of(await server.OpenSessionAsync());
        time.Advance(TimeSpan.FromMinutes(30));
        using HttpResponseMessage idle = await server.PostAsync(List, other);
        idle.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task T_03_the_session_unused_for_longest_makes_room()
    {
        var time = new ManualTimeProvider();
        await using HttpServer server = await HttpServer.StartAsync(
            new FakeGateway(),
            options => options.Http.MaxSessionsPerPrincipal = 3,
            time
        );
        List<string> ids = [];
        for (int i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            ids.Add(await server.OpenSessionAsync());
        }

        time.Advance(TimeSpan.FromSeconds(1));
        (await server.PostAsync(List, Of(ids[0]))).StatusCode.ShouldBe(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromSeconds(1));
        ids.Add(await server.OpenSessionAsync());

        HttpStatusCode[] states =
        [
            .. (await Task.WhenAll(ids.Select(id => server.PostAsync(List, Of(id))))).Select(reply => reply.StatusCode),
        ];
        states.ShouldBe([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task T_03_all_sessions_together_have_a_limit()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        await using HttpServer server = await HttpServer.StartAsync(
            new FakeGateway(),
            options =>
            {
                options.Http.TokensFile = tokens.Path;
                options.Http.MaxSessions = 2;
            }
        );
        await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));

        using HttpResponseMessage full = await server.PostAsync(HttpServer.Handshake, TokenFile.Bearer(TokenFile.Ben));

        full.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        full.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_stream_of_a_session_ends_with_it_and_a_new_one_replaces_it()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        (string, string)[] session = Of(await server.OpenSessionAsync());

        using HttpResponseMessage first = await ListenAsync(server, session);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");

        using HttpResponseMessage second = await ListenAsync(server, session);
        (await ReadToEndAsync(first)).ShouldBeEmpty();

        using HttpResponseMessage deleted = await server.SendAsync(HttpMethod.Delete, null, session);
        (await ReadToEndAsync(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_call_stops_and_is_not_answered()
    {
        var gateway = new FakeGateway();
        await using HttpServer server = await HttpServer.StartAsync(gateway);
        (string, string)[] session = Of(await server.OpenSessionAsync());
        Task<HttpResponseMessage> call = server.PostAsync(Call(7, "hang"), session);
        await gateway.Started.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        using HttpResponseMessage twice = await server.PostAsync(Call(7, "echo"), session);
        twice.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        await server.PostAsync(
            """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}}""",
            session
        );
        await gateway.Cancelled.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        using HttpResponseMessage reply = await call;
        reply.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await ReadToEndAsync(reply)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hanging_up_does_not_cancel_a_legacy_call()
    {
        var gateway = new FakeGateway();
        await using HttpServer server = await HttpServer.StartAsync(gateway);
        (string, string)[] session = Of(await server.OpenSessionAsync());
        using (var client = new HttpClient { BaseAddress = server.Address })
        {
            using var content = new StringContent(Call(1, "hang"), System.Text.Encoding.UTF8, "application/json");
            content.Headers.Add("Mcp-Session-Id", session[0].Item2);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = content };
            request.Headers.Add("Mcp-Session-Id", session[0].Item2);
            content.Headers.Remove("Mcp-Session-Id");
            using var hangUp = new CancellationTokenSource();
            Task<HttpResponseMessage> call = client.SendAsync(request, hangUp.Token);
            await gateway.Started.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
            await hangUp.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(call);
        }

        await server.HungUp.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        gateway.Cancelled.Task.IsCompleted.ShouldBeFalse();
        // The call holds its id, and a notice still ends it.
        using HttpResponseMessage busy = await server.PostAsync(Call(1, "echo"), session);
        busy.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await server.PostAsync(
            """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}""",
            session
        );
        await gateway.Cancelled.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Two_sessions_may_use_the_same_ids_at_once()
    {
        var gateway = new FakeGateway();
        await using HttpServer server = await HttpServer.StartAsync(gateway);
        (string, string)[] one = Of(await server.OpenSessionAsync());
        (string, string)[] two = Of(await server.OpenSessionAsync());
        Task<HttpResponseMessage> waiting = server.PostAsync(Call(1, "wait"), one);
        await gateway.Started.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        using HttpResponseMessage other = await server.PostAsync(Call(1, "echo"), two);
        (await HttpServer.TextAsync(other)).ShouldBe("{}");

        gateway.Go.SetResult();
        (await HttpServer.TextAsync(await waiting)).ShouldBe("waited");
    }

    private static (string, string)[] Of(string session, string? version = null) =>
        version is null
            ? [("Mcp-Session-Id", session)]
            : [("Mcp-Session-Id", session), ("MCP-Protocol-Version", version)];

    private static string Call(int id, string tool) =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"{{{tool}}}"}}""";

    private static Task<HttpResponseMessage> ListenAsync(HttpServer server, (string, string)[] session) =>
        server.SendAsync(HttpMethod.Get, null, session, HttpCompletionOption.ResponseHeadersRead);

    private static Task<string> ReadToEndAsync(HttpResponseMessage reply) =>
        reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken).WaitAsync(HttpServer.Patience);
}

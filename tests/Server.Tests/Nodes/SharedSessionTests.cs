using System.Net;
using System.Text;
using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Storage;
using ClickUpMcp.Tests.Cli;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>A session of one server at another that shares its store.</summary>
public sealed class SharedSessionTests(StoreServers servers) : IDisposable
{
    private const string List = """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""";

    private readonly MasterKeys _keys = MasterKeys.Parse(
        Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('k', 31) + "x"))
    );
    private readonly TokenFile _tokens = new(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _tokens.Dispose();

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task A_session_goes_on_at_another_server_and_ends_at_both(string kind)
    {
        string address = await AddressAsync(kind);
        await using SharingServer a = await StartAsync(address);
        await using SharingServer b = await StartAsync(address);
        string session = await a.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));

        (await b.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);
        (await b.StatusAsync(session, TokenFile.Ben)).ShouldBe(HttpStatusCode.NotFound, "it is nobody else's");
        (await b.StatusAsync(session[..^1] + "_", TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound);
        (await a.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);

        using HttpResponseMessage ended = await b.Http.SendAsync(
            HttpMethod.Delete,
            null,
            [("Mcp-Session-Id", session), TokenFile.Bearer(TokenFile.Anna)]
        );
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await b.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await a.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound, "within two seconds");
    }

    [Theory]
    [InlineData("2025-03-26", true)]
    [InlineData("2025-11-25", false)]
    public async Task What_was_agreed_with_one_server_holds_at_the_other(string version, bool hasBatches)
    {
        string address = await AddressAsync("redis");
        await using SharingServer a = await StartAsync(address);
        await using SharingServer b = await StartAsync(address);
        using HttpResponseMessage opened = await a.Http.PostAsync(
            HttpServer
                .Handshake.Replace("2025-11-25", version, StringComparison.Ordinal)
                .Replace("\"capabilities\":{}", "\"capabilities\":{\"elicitation\":{}}", StringComparison.Ordinal),
            TokenFile.Bearer(TokenFile.Anna)
        );
        string session = opened.Headers.GetValues("Mcp-Session-Id").Single();

        // Of the legacy revisions one has batches.
        string batch = await TextAsync(b, session, $"[{List}]");
        batch.Contains("\"result\"", StringComparison.Ordinal).ShouldBe(hasBatches);
        (await TextAsync(a, session, $"[{List}]")).ShouldBe(batch);
    }

    [Fact]
    public async Task A_server_that_stops_leaves_its_sessions_to_the_others()
    {
        string address = await AddressAsync("redis");
        await using SharingServer b = await StartAsync(address);
        string session;
        await using (SharingServer a = await StartAsync(address))
        {
            session = await a.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        }

        (await b.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_that_is_used_anywhere_stays_and_one_that_is_not_ends()
    {
        string address = await AddressAsync("redis");
        await using SharingServer a = await StartAsync(address);
        await using SharingServer b = await StartAsync(address);
        string session = await a.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        for (int i = 0; i < 4; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(20));
            (await b.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);
        }

        (await a.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK, "it had lapsed here alone");
        _time.Advance(TimeSpan.FromMinutes(32));
        (await b.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task A_dump_has_neither_the_id_of_a_session_nor_what_its_client_is_called()
    {
        await servers.RedisAsync();
        await using RedisServer redis = await RedisServer.StartAsync([], Stop);
        await using SharingServer a = await StartAsync(redis.Url(0));
        using HttpResponseMessage opened = await a.Http.PostAsync(
            HttpServer.Handshake.Replace("\"test\"", "\"canary-client\"", StringComparison.Ordinal),
            TokenFile.Bearer(TokenFile.Anna)
        );
        string session = opened.Headers.GetValues("Mcp-Session-Id").Single();

        string dump = Encoding.Latin1.GetString(await redis.DumpAsync(Stop));
        dump.ShouldContain("r:session:");
        dump.ShouldNotContain(session);
        dump.ShouldNotContain("canary-client");
        dump.ShouldNotContain(TokenFile.Anna);
    }

    [Fact]
    public async Task Without_the_store_a_server_goes_on_with_the_sessions_that_it_knows()
    {
        await servers.RedisAsync();
        await using RedisServer redis = await RedisServer.StartAsync([], Stop);
        await using SharingServer a = await StartAsync(redis.Url(0));
        await using SharingServer b = await StartAsync(redis.Url(0));
        string session = await a.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        (await ReadyAsync(a)).ShouldBe("ready\n");

        await redis.StopAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        (await a.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);
        (await b.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        string alone = await b.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        (await b.StatusAsync(alone, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK, "and with new ones");
        (await ReadyAsync(a)).ShouldBe("ready\nthe store does not answer: this server stands alone\n");
    }

    private static async Task<string> ReadyAsync(SharingServer server)
    {
        using HttpResponseMessage ready = await server.Http.SendAsync(HttpMethod.Get, null, [(":path", "/readyz")]);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await ready.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<string> TextAsync(SharingServer server, string session, string json)
    {
        using HttpResponseMessage reply = await server.Http.PostAsync(
            json,
            ("Mcp-Session-Id", session),
            TokenFile.Bearer(TokenFile.Anna)
        );
        return await reply.Content.ReadAsStringAsync(Stop);
    }

    private async Task<string> AddressAsync(string kind)
    {
        if (kind == "redis")
        {
            RedisServer redis = await servers.RedisAsync();
            return redis.Url(redis.NextDatabase());
        }

        PostgresServer postgres = await servers.PostgresAsync();
        return postgres.Url(await postgres.CreateDatabaseAsync(Stop));
    }

    private async Task<SharingServer> StartAsync(string address, string? socket = null)
    {
        OpenedStore store = await OpenedStore.OpenAsync(
            new StoreOptions { Address = new Secret(address), MasterKeys = _keys },
            _time,
            static (_, _) => { },
            Stop
        );
        AccessServices access = new() { Opened = store };
        HttpServer http = await HttpServer.StartAsync(
            new FakeGateway(),
            options =>
            {
                options.Http.TokensFile = _tokens.Path;
                options.Http.AdminSocket = socket;
            },
            _time,
            access
        );
        return new SharingServer(http, access);
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task A_session_that_the_operator_of_one_server_ends_ends_at_both(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such sockets on Windows.");
        string address = await AddressAsync(kind);
        string folder = Directory.CreateTempSubdirectory("adm-").FullName;
        string socket = Path.Combine(folder, "admin");
        await using SharingServer a = await StartAsync(address, socket);
        await using SharingServer b = await StartAsync(address);
        string session = await a.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        string other = await a.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Ben));
        (await b.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);

        CliRun run = await CliRun.RunAsync("admin", "sessions", "end", "--principal", "anna", "--admin-socket", socket);

        run.ExitCode.ShouldBe(0, run.Error);
        (await a.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await b.StatusAsync(session, TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound);
        (await b.StatusAsync(other, TokenFile.Ben)).ShouldBe(HttpStatusCode.OK);
        Directory.Delete(folder, recursive: true);
    }

    private sealed class SharingServer(HttpServer http, AccessServices access) : IAsyncDisposable
    {
        public HttpServer Http => http;

        public async Task<HttpStatusCode> StatusAsync(string session, string token)
        {
            using HttpResponseMessage reply = await http.PostAsync(
                List,
                ("Mcp-Session-Id", session),
                TokenFile.Bearer(token)
            );
            return reply.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            await http.DisposeAsync();
            await access.DisposeAsync();
        }
    }
}

using System.Net;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tools;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>Bearer tokens, and that nothing happens without one.</summary>
public sealed class AuthenticationTests
{
    [Fact]
    public async Task A_01_no_tool_does_anything_without_a_token()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync([]);
        await using HttpServer server = await HttpServer.StartAsync(options =>
        {
            options.ApiBaseUrl = upstream.Address;
            options.ApiKey = new Secret("pk_1_SERVER");
            options.Http.TokensFile = tokens.Path;
        });
        for (int tool = 0; tool < ToolCatalog.Count; tool++)
        {
            using HttpResponseMessage reply = await server.CallAsync(
                ToolCatalog.Name(tool),
                """{"task":"86abc0001"}"""
            );
            reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            reply.Headers.WwwAuthenticate.Single().ToString().ShouldBe("Bearer realm=\"clickup-mcp\"");
        }

        upstream.Seen.ShouldBeEmpty();
    }

    /// <summary>Every method that MCP has, and one that it has not.</summary>
    public static TheoryData<string> Methods =>
        [.. System.Text.Encoding.ASCII.GetString(McpMethods.Names).Split(' '), "no/such/method"];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_01_no_method_is_served_without_a_token(string method)
    {
        await using var server = await Guarded.StartAsync();
        string legacy = $$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}"}""";
        string session = await server.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        HttpResponseMessage[] replies =
        [
            await server.Http.ModernAsync(method),
            await server.Http.PostAsync(legacy),
            await server.Http.PostAsync(legacy, ("Mcp-Session-Id", session)),
        ];
        foreach (HttpResponseMessage reply in replies)
        {
            reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            reply.Dispose();
        }

        using HttpResponseMessage with = await server.Http.ModernAsync(
            method,
            headers: TokenFile.Bearer(TokenFile.Anna)
        );
        with.StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
    }

    public static TheoryData<string, string> BadTokens =>
        new()
        {
            { "Authorization", $"Bearer {TokenFile.Ben}" },
            { "Authorization", $"Bearer {TokenFile.Anna}x" },
            { "Authorization", $"Bearer {TokenFile.Anna[..^1]}" },
            { "Authorization", $"Bearer {TokenFile.Anna.ToUpperInvariant()}" },
            { "Authorization", $"Basic {TokenFile.Anna}" },
            { "Authorization", TokenFile.Anna },
            { "Authorization", "Bearer" },
            { "Authorization", "Bearer " },
            { "Authorization", $"Bearer {new string('a', 20_000)}" },
            { "Authorization", $"Bearer {TokenFile.HashOf(TokenFile.Anna)}" },
            { "X-Authorization", $"Bearer {TokenFile.Anna}" },
            { "Cookie", $"token={TokenFile.Anna}" },
            { ":path", $"/mcp?access_token={TokenFile.Anna}" },
            { ":path", $"/mcp?token={TokenFile.Anna}" },
        };

    [Theory]
    [MemberData(nameof(BadTokens))]
    [Trait("Promise", "PB-02")]
    public async Task A_01_only_the_right_token_in_its_header_counts(string header, string value)
    {
        await using var server = await Guarded.StartAsync();
        using HttpResponseMessage reply = await server.Http.ModernAsync("tools/list", headers: (header, value));
        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        string challenge = reply.Headers.WwwAuthenticate.Single().ToString();
        challenge.Contains("invalid_token", StringComparison.Ordinal).ShouldBe(header == "Authorization");
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    [InlineData("BEARER  ")]
    public async Task The_right_token_counts(string scheme)
    {
        await using var server = await Guarded.StartAsync();
        using HttpResponseMessage reply = await server.Http.ModernAsync(
            "tools/list",
            headers: ("Authorization", scheme + TokenFile.Anna)
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Promise", "PB-02")]
    public async Task A_02_every_route_is_in_the_table_and_asks_for_a_token_or_is_public_on_purpose()
    {
        // A new route must be added here, and so be thought about.
        HttpRoutes
            .All.Select(route => (route.Path, route.Access))
            .ShouldBe([
                ("/mcp", RouteAccess.Authenticated),
                ("/uploads", RouteAccess.Authenticated),
                ("/.well-known/oauth-protected-resource", RouteAccess.Public),
                ("/.well-known/oauth-protected-resource/mcp", RouteAccess.Public),
                .. ClickUpMcp.Authorization.Paths.All.Select(row => (row.Path, RouteAccess.Public)),
                ("/sandbox/api", RouteAccess.Public),
                ("/healthz", RouteAccess.Public),
                ("/readyz", RouteAccess.Public),
            ]);

        await using var server = await Guarded.StartAsync();
        // What there is nobody to sign in to for is not there: see ResourceMetadataTests and SignInTests.
        foreach (
            HttpRoute route in HttpRoutes.All.Where(route =>
                route.Kind is HttpRouteKind.Mcp or HttpRouteKind.Upload or HttpRouteKind.Live or HttpRouteKind.Ready
            )
        )
        {
            foreach (string method in route.Methods)
            {
                using HttpResponseMessage reply = await server.Http.SendAsync(
                    new HttpMethod(method),
                    method == "POST" ? HttpServer.Handshake : null,
                    [(":path", route.Path)]
                );
                reply.StatusCode.ShouldBe(
                    route.Access == RouteAccess.Public ? HttpStatusCode.OK : HttpStatusCode.Unauthorized,
                    $"{method} {route.Path}"
                );
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/mcpx")]
    [InlineData("/MCP")]
    [InlineData("/sse")]
    [InlineData("/messages")]
    [InlineData("/admin")]
    [InlineData("/metrics")]
    [InlineData("/healthz/x")]
    [InlineData("/mcp/a/b/c")]
    [InlineData("/mcp/..%2f..%2fetc")]
    [InlineData("/mcp/%00")]
    public async Task A_02_there_is_nothing_else(string path)
    {
        await using var server = await Guarded.StartAsync();
        using HttpResponseMessage reply = await server.Http.PostAsync(
            HttpServer.Handshake,
            (":path", path),
            TokenFile.Bearer(TokenFile.Anna)
        );
        ((int)reply.StatusCode).ShouldBeOneOf(400, 404);
    }

    [Fact]
    public async Task Tokens_change_without_a_restart_and_take_their_sessions_with_them()
    {
        await using var server = await Guarded.StartAsync();
        string session = await server.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        using HttpResponseMessage stream = await server.Http.SendAsync(
            HttpMethod.Get,
            null,
            [("Mcp-Session-Id", session), TokenFile.Bearer(TokenFile.Anna)],
            HttpCompletionOption.ResponseHeadersRead
        );

        server.Tokens.Write(("ben", TokenFile.Ben));
        server.Http.Host.Reload();

        using HttpResponseMessage old = await server.Http.ModernAsync(
            "tools/list",
            headers: TokenFile.Bearer(TokenFile.Anna)
        );
        old.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using HttpResponseMessage current = await server.Http.ModernAsync(
            "tools/list",
            headers: TokenFile.Bearer(TokenFile.Ben)
        );
        current.StatusCode.ShouldBe(HttpStatusCode.OK);
        string rest = await stream
            .Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            .WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        rest.ShouldBeEmpty();
    }

    /// <summary>What becomes of the file while the server runs, and whether Anna's token stands in it afterwards.</summary>
    public static TheoryData<string, bool> Endings =>
        new()
        {
            { "emptied", false },
            { "deleted", false },
            { "a folder", false },
            { "rubbish", false },
            { "only comments", false },
            { "her line broken", false },
            { "another line broken", true },
            { "too many lines after hers", true },
        };

    [Theory]
    [MemberData(nameof(Endings))]
    [Trait("Requirement", "A-01")]
    public async Task A_token_that_stands_in_the_file_no_more_is_gone_whatever_has_become_of_the_file(
        string ending,
        bool stays
    )
    {
        await using var server = await Guarded.StartAsync();
        string session = await server.Http.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        string anna = $"anna {TokenFile.HashOf(TokenFile.Anna)}\n";
        string path = server.Tokens.Path;
        File.Delete(path);
        switch (ending)
        {
            case "deleted":
                break;
            case "a folder":
                Directory.CreateDirectory(path);
                break;
            default:
                await File.WriteAllTextAsync(path, Content(ending, anna), TestContext.Current.CancellationToken);
                break;
        }

        server.Http.Host.Reload();

        using HttpResponseMessage alone = await server.Http.ModernAsync(
            "tools/list",
            headers: TokenFile.Bearer(TokenFile.Anna)
        );
        using HttpResponseMessage within = await server.Http.PostAsync(
            """{"jsonrpc":"2.0","id":1,"method":"ping"}""",
            ("Mcp-Session-Id", session),
            TokenFile.Bearer(TokenFile.Anna)
        );
        HttpStatusCode expected = stays ? HttpStatusCode.OK : HttpStatusCode.Unauthorized;
        alone.StatusCode.ShouldBe(expected);
        within.StatusCode.ShouldBe(expected);
        server.Http.Log.ShouldContain("still accepted");
        server.Http.Log.ShouldNotContain(path);

        if (ending == "a folder")
        {
            Directory.Delete(path);
        }

        server.Tokens.Write(("anna", TokenFile.Anna));
        server.Http.Host.Reload();
        using HttpResponseMessage again = await server.Http.ModernAsync(
            "tools/list",
            headers: TokenFile.Bearer(TokenFile.Anna)
        );
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static string Content(string ending, string anna) =>
        ending switch
        {
            "emptied" => "",
            "rubbish" => "rubbish",
            "only comments" => "# " + anna,
            "her line broken" => anna.Insert(10, " ") + $"ben {TokenFile.HashOf(TokenFile.Ben)}\n",
            "another line broken" => "ben 0123\n" + anna,
            _ => anna + string.Concat(Enumerable.Range(0, 1_001).Select(i => $"p{i} {TokenFile.HashOf($"{i}")}\n")),
        };

    [Fact]
    public async Task A_deleted_file_is_noticed_by_itself()
    {
        var time = new ManualTimeProvider();
        await using var server = await Guarded.StartAsync(time);
        File.Delete(server.Tokens.Path);
        time.Advance(TimeSpan.FromSeconds(10));
        using HttpResponseMessage reply = await server.Http.ModernAsync(
            "tools/list",
            headers: TokenFile.Bearer(TokenFile.Anna)
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_changed_file_is_noticed_by_itself()
    {
        var time = new ManualTimeProvider();
        await using var server = await Guarded.StartAsync(time);
        server.Tokens.Write(("ben", TokenFile.Ben));
        File.SetLastWriteTimeUtc(server.Tokens.Path, new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        time.Advance(TimeSpan.FromSeconds(10));
        using HttpResponseMessage reply = await server.Http.ModernAsync(
            "tools/list",
            headers: TokenFile.Bearer(TokenFile.Anna)
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private sealed class Guarded(HttpServer server, TokenFile tokens) : IAsyncDisposable
    {
        public HttpServer Http => server;

        public TokenFile Tokens => tokens;

        public static async Task<Guarded> StartAsync(TimeProvider? time = null)
        {
            var tokens = new TokenFile(("anna", TokenFile.Anna));
            return new Guarded(
                await HttpServer.StartAsync(new FakeGateway(), options => options.Http.TokensFile = tokens.Path, time),
                tokens
            );
        }

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            tokens.Dispose();
        }
    }
}

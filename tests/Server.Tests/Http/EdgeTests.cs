using ClickUpMcp.Driver;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http.EdgeTable;

namespace ClickUpMcp.Tests.Http;

/// <summary>What the checks of <c>docs/http.md</c> take and refuse, value by value.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData("evil.example", 403)]
    [InlineData("evil.example:3000", 403)]
    [InlineData("127.0.0.1.evil", 403)]
    [InlineData("127.0.0.2", 403)]
    [InlineData("localhost.evil.example", 403)]
    [InlineData("0.0.0.0", 403)]
    [InlineData("[::2]", 403)]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST", 200)]
    [InlineData("localhost:3000", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]:9999", 200)]
    [InlineData("mcp.example.com", 200)]
    [InlineData("alias.example.com:443", 200)]
    [InlineData("localhost:abc", 400)]
    [InlineData("", 403)]
    public async Task H_01_only_listed_hosts_are_served(string host, int status)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft["Host"] = host;

        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith($"HTTP/1.1 {status} ");
    }

    [Fact]
    public async Task H_01_no_host_two_hosts_and_a_foreign_absolute_target_are_refused()
    {
        await using GuardedServer server = await GuardedServer.StartAsync();

        RequestDraft without = await server.GoodAsync();
        without["Host"] = null;
        (await server.Server.RawAsync(without.ToString())).ShouldStartWith("HTTP/1.1 400 ");

        RequestDraft two = await server.GoodAsync();
        two["Host"] = "localhost\r\nHost: localhost";
        (await server.Server.RawAsync(two.ToString())).ShouldStartWith("HTTP/1.1 400 ");

        RequestDraft absolute = await server.GoodAsync();
        absolute.Path = "http://evil.example/mcp";
        (await server.Server.RawAsync(absolute.ToString())).ShouldStartWith("HTTP/1.1 4");

        RequestDraft old = await server.GoodAsync();
        old["Host"] = null;
        old.Version = "HTTP/1.0";
        (await server.Server.RawAsync(old.ToString())).ShouldStartWith("HTTP/1.1 403 ");
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("", 403)]
    [InlineData("http://mcp.example.com", 403)]
    [InlineData("https://mcp.example.com.evil", 403)]
    [InlineData("http://localhost:6274", 403)]
    [InlineData("https://mcp.example.com", 200)]
    [InlineData("https://app.example.com", 200)]
    public async Task H_02_only_listed_origins_are_served(string origin, int status)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft["Origin"] = origin;

        string reply = await server.Server.RawAsync(draft.ToString());

        reply.ShouldStartWith($"HTTP/1.1 {status} ");
        reply.ShouldNotContain("Access-Control-Allow-Origin: *");
        reply.Contains($"Access-Control-Allow-Origin: {origin}\r", StringComparison.Ordinal).ShouldBe(status == 200);
    }

    [Theory]
    [InlineData("http://localhost:6274", 200)]
    [InlineData("http://127.0.0.1:6274", 200)]
    [InlineData("null", 403)]
    [InlineData("http://localhost.evil.example", 403)]
    [InlineData("file://localhost", 403)]
    public async Task H_02_without_authentication_pages_of_this_machine_are_served(string origin, int status)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        using HttpResponseMessage reply = await server.ModernAsync("tools/list", headers: ("Origin", origin));
        ((int)reply.StatusCode).ShouldBe(status);
        reply.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task H_02_a_preflight_is_answered_for_listed_origins_only()
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        string yes = await PreflightAsync(server, "https://app.example.com");
        yes.ShouldStartWith("HTTP/1.1 204 ");
        yes.ShouldContain("Access-Control-Allow-Origin: https://app.example.com");

        string no = await PreflightAsync(server, "https://evil.example");
        no.ShouldStartWith("HTTP/1.1 403 ");
        no.ShouldNotContain("Access-Control");

        static Task<string> PreflightAsync(GuardedServer server, string origin) =>
            server.Server.RawAsync(
                $"OPTIONS /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: {origin}\r\nAccess-Control-Request-Method: POST\r\n\r\n"
            );
    }

    [Fact]
    [Trait("Requirement", "H-02")]
    public async Task A_listed_page_may_send_every_header_that_the_documentation_names()
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        string reply = await server.Server.RawAsync(
            "OPTIONS /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: https://app.example.com\r\nAccess-Control-Request-Method: POST\r\n\r\n"
        );

        string[] lines = reply.Split("\r\n");
        string allowed = lines.Single(line =>
            line.StartsWith("Access-Control-Allow-Headers: ", StringComparison.Ordinal)
        );
        string[] documented =
        [
            .. Repository
                .Read("docs", "http.md")
                .Split('\n')
                .Where(line => line.StartsWith("| `X-", StringComparison.Ordinal))
                .SelectMany(line =>
                    line.Split('|')[1].Split('`').Where(part => part.StartsWith("X-", StringComparison.Ordinal))
                )
                .Select(name => name.Split(':')[0]),
        ];
        documented.Length.ShouldBeGreaterThanOrEqualTo(8);
        string[] names = allowed.Split(": ")[1].Split(", ");
        documented.Append("traceparent").Except(names, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/JSON;charset=\"UTF-8\"", 200)]
    [InlineData("application/json; charset=latin1", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData(null, 415)]
    public async Task H_04_the_body_is_json(string? type, int status)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft["Content-Type"] = type;
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith($"HTTP/1.1 {status} ");
    }

    [Theory]
    [InlineData("application/json, text/event-stream", 200)]
    [InlineData("text/event-stream;q=0.5,application/json;q=0.1", 200)]
    [InlineData("*/*", 200)]
    [InlineData("application/*, text/*", 200)]
    [InlineData(null, 200)]
    [InlineData("application/json, text/event-stream;q=0", 200)]
    [InlineData("application/json", 200)]
    [InlineData("application/json;q=0.0, */*", 406)]
    [InlineData("text/event-stream", 406)]
    [InlineData("text/html", 406)]
    public async Task H_04_a_client_that_accepts_JSON_is_served(string? accept, int status)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft["Accept"] = accept;
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith($"HTTP/1.1 {status} ");
    }

    [Fact]
    public async Task H_04_a_compressed_body_is_not_taken()
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft["Content-Encoding"] = "gzip";
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith("HTTP/1.1 415 ");
    }

    [Fact]
    public async Task H_05_a_body_of_just_the_limit_is_read()
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft.Body = draft.Body.PadRight(4 * 1024 * 1024);
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith("HTTP/1.1 200 ");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(100_000)]
    public async Task H_05_deep_nesting_is_refused(int depth)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft.Body =
            $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"x":{{{new string('[', depth)}}}{{{new string(']', depth)}}}}}""";
        string reply = await server.Server.RawAsync(draft.ToString());
        reply.ShouldStartWith("HTTP/1.1 400 ");
        reply.ShouldContain("-32700");
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("post")]
    public async Task H_09_other_methods_are_refused_with_the_allowed_ones(string method)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft.Method = method;
        string reply = await server.Server.RawAsync(draft.ToString());
        reply.ShouldStartWith("HTTP/1.1 405 ");
        reply.ShouldContain("Allow: POST, GET, DELETE");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task H_09_a_modern_client_may_only_post(string method)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync();
        draft.Method = method;
        draft["MCP-Protocol-Version"] = "2026-07-28";
        string reply = await server.Server.RawAsync(draft.ToString());
        reply.ShouldStartWith("HTTP/1.1 405 ");
        reply.ShouldContain("Allow: POST\r");
    }

    [Fact]
    public async Task H_10_responses_are_not_stored_and_not_guessed_at()
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        foreach (string path in (string[])["/mcp", "/healthz", "/nowhere"])
        {
            RequestDraft draft = await server.GoodAsync();
            draft.Path = path;
            string reply = await server.Server.RawAsync(draft.ToString());
            reply.ShouldContain("Cache-Control: no-store");
            reply.ShouldContain("X-Content-Type-Options: nosniff");
            reply.ShouldContain("Strict-Transport-Security: max-age=");
            reply.ShouldNotContain("Server:");
        }
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "host=evil.example;proto=http;for=203.0.113.9")]
    public async Task H_11_what_proxies_may_forward_changes_nothing(string name, string value)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();
        string plain = await server.Server.RawAsync((await server.GoodAsync()).ToString());
        RequestDraft draft = await server.GoodAsync();
        draft[name] = value;
        string forwarded = await server.Server.RawAsync(draft.ToString());

        Body(forwarded).ShouldBe(Body(plain));

        draft["Host"] = "evil.example";
        draft["X-Forwarded-Host"] = "localhost";
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith("HTTP/1.1 403 ");

        static string Body(string reply) => reply[reply.IndexOf("\r\n\r\n", StringComparison.Ordinal)..];
    }
}

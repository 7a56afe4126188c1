using System.Text;
using ClickUpMcp.Driver;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>The table of <c>docs/http.md</c>, row by row, and the order of its rows.</summary>
public sealed class EdgeTests
{
    private const string Secret = TokenFile.Anna;
    private const string List = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    /// <summary>What breaks each row: how the request differs from a good one.</summary>
    private static readonly (string Row, Action<Draft> Break, int Status, int Code)[] Rows =
    [
        ("host", draft => draft["Host"] = "evil.example", 403, -32600),
        ("origin", draft => draft["Origin"] = "https://evil.example", 403, -32600),
        ("path", draft => draft.Path = "/elsewhere", 404, -32600),
        ("method", draft => draft.Method = "PUT", 405, -32600),
        ("content type", draft => draft["Content-Type"] = "text/plain", 415, -32600),
        ("accept", draft => draft["Accept"] = "text/html", 406, -32600),
        ("announced size", draft => draft["Content-Length"] = "4194305", 413, -32600),
        ("authentication", draft => draft["Authorization"] = null, 401, -32600),
        ("settings", draft => draft["X-ClickUp-Team-Id"] = "not a number", 400, -32600),
        ("encoding", draft => draft.Body = "{\"\u00e4", 400, -32700),
        ("shape", draft => draft.Body = "[]", 400, -32600),
        ("revision", draft => draft["MCP-Protocol-Version"] = "1999-01-01", 400, -32022),
        ("session", draft => draft["Mcp-Session-Id"] = null, 400, -32600),
    ];

    public static TheoryData<string> RowNames() => [.. Rows.Select(row => row.Row)];

    [Theory]
    [MemberData(nameof(RowNames))]
    [Trait("Requirement", "H-01")]
    [Trait("Requirement", "H-04")]
    public async Task Each_row_of_the_table_answers_as_documented(string name)
    {
        (_, Action<Draft> spoil, int status, int code) = Rows.Single(row => row.Row == name);
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
        spoil(draft);

        string reply = await server.Server.RawAsync(draft.ToString());

        reply.ShouldStartWith($"HTTP/1.1 {status} ");
        reply.ShouldContain($"\"code\":{code}");
        Repository.Read("docs", "http.md").ShouldContain($"| {name} | {status} | {code} |");
    }

    [Fact]
    public async Task The_first_broken_row_answers()
    {
        await using Guarded server = await Guarded.StartAsync();
        for (int first = 0; first < Rows.Length; first++)
        {
            Draft draft = await server.GoodAsync();
            // From the last to the first, so that an earlier row's spoiling is not undone; all below are broken too.
            foreach ((_, Action<Draft> spoil, _, _) in Rows[first..].Reverse())
            {
                spoil(draft);
            }

            string reply = await server.Server.RawAsync(draft.ToString());
            reply.ShouldStartWith($"HTTP/1.1 {Rows[first].Status} ", customMessage: Rows[first].Row);
        }
    }

    [Fact]
    public async Task A_good_request_passes_all_rows()
    {
        await using Guarded server = await Guarded.StartAsync();

        string reply = await server.Server.RawAsync((await server.GoodAsync()).ToString());

        reply.ShouldStartWith("HTTP/1.1 200 ");
        reply.ShouldContain("\"tools\":[");
    }

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
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
        draft["Host"] = host;

        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith($"HTTP/1.1 {status} ");
    }

    [Fact]
    public async Task H_01_no_host_two_hosts_and_a_foreign_absolute_target_are_refused()
    {
        await using Guarded server = await Guarded.StartAsync();

        Draft without = await server.GoodAsync();
        without["Host"] = null;
        (await server.Server.RawAsync(without.ToString())).ShouldStartWith("HTTP/1.1 400 ");

        Draft two = await server.GoodAsync();
        two["Host"] = "localhost\r\nHost: localhost";
        (await server.Server.RawAsync(two.ToString())).ShouldStartWith("HTTP/1.1 400 ");

        Draft absolute = await server.GoodAsync();
        absolute.Path = "http://evil.example/mcp";
        (await server.Server.RawAsync(absolute.ToString())).ShouldStartWith("HTTP/1.1 4");

        Draft old = await server.GoodAsync();
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
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
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
        await using Guarded server = await Guarded.StartAsync();
        string yes = await PreflightAsync(server, "https://app.example.com");
        yes.ShouldStartWith("HTTP/1.1 204 ");
        yes.ShouldContain("Access-Control-Allow-Origin: https://app.example.com");

        string no = await PreflightAsync(server, "https://evil.example");
        no.ShouldStartWith("HTTP/1.1 403 ");
        no.ShouldNotContain("Access-Control");

        static Task<string> PreflightAsync(Guarded server, string origin) =>
            server.Server.RawAsync(
                $"OPTIONS /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: {origin}\r\nAccess-Control-Request-Method: POST\r\n\r\n"
            );
    }

    [Fact]
    [Trait("Requirement", "H-02")]
    public async Task A_listed_page_may_send_every_header_that_the_documentation_names()
    {
        await using Guarded server = await Guarded.StartAsync();
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
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
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
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
        draft["Accept"] = accept;
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith($"HTTP/1.1 {status} ");
    }

    [Fact]
    public async Task H_04_a_compressed_body_is_not_taken()
    {
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
        draft["Content-Encoding"] = "gzip";
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith("HTTP/1.1 415 ");
    }

    [Fact]
    public async Task H_05_a_body_that_grows_too_large_is_cut_off()
    {
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
        draft["Content-Length"] = null;
        draft["Transfer-Encoding"] = "chunked";
        string chunk = new(' ', 1024 * 1024);
        draft.Body = string.Concat(Enumerable.Repeat($"{chunk.Length:x}\r\n{chunk}\r\n", 5)) + "0\r\n\r\n";

        string reply;
        try
        {
            reply = await server.Server.RawAsync(draft.ToString());
        }
        catch (IOException)
        {
            // The server closed the connection before all was sent.
            return;
        }

        reply.ShouldStartWith("HTTP/1.1 413 ");
    }

    [Fact]
    public async Task H_05_a_body_of_just_the_limit_is_read()
    {
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
        draft.Body = List + new string(' ', (4 * 1024 * 1024) - List.Length);
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith("HTTP/1.1 200 ");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(100_000)]
    public async Task H_05_deep_nesting_is_refused(int depth)
    {
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
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
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
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
        await using Guarded server = await Guarded.StartAsync();
        Draft draft = await server.GoodAsync();
        draft.Method = method;
        draft["MCP-Protocol-Version"] = "2026-07-28";
        string reply = await server.Server.RawAsync(draft.ToString());
        reply.ShouldStartWith("HTTP/1.1 405 ");
        reply.ShouldContain("Allow: POST\r");
    }

    [Fact]
    public async Task H_10_responses_are_not_stored_and_not_guessed_at()
    {
        await using Guarded server = await Guarded.StartAsync();
        foreach (string path in (string[])["/mcp", "/healthz", "/nowhere"])
        {
            Draft draft = await server.GoodAsync();
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
        await using Guarded server = await Guarded.StartAsync();
        string plain = await server.Server.RawAsync((await server.GoodAsync()).ToString());
        Draft draft = await server.GoodAsync();
        draft[name] = value;
        string forwarded = await server.Server.RawAsync(draft.ToString());

        Body(forwarded).ShouldBe(Body(plain));

        draft["Host"] = "evil.example";
        draft["X-Forwarded-Host"] = "localhost";
        (await server.Server.RawAsync(draft.ToString())).ShouldStartWith("HTTP/1.1 403 ");

        static string Body(string reply) => reply[reply.IndexOf("\r\n\r\n", StringComparison.Ordinal)..];
    }

    /// <summary>A server as others can reach it: with tokens, a public name, and an origin that may use it.</summary>
    private sealed class Guarded : IAsyncDisposable
    {
        private readonly TokenFile _tokens;

        private Guarded(HttpServer server, TokenFile tokens)
        {
            Server = server;
            _tokens = tokens;
        }

        public HttpServer Server { get; }

        public static async Task<Guarded> StartAsync()
        {
            var tokens = new TokenFile(("anna", Secret));
            HttpServer server = await HttpServer.StartAsync(
                new FakeGateway(),
                options =>
                {
                    options.Http.TokensFile = tokens.Path;
                    options.Http.PublicUrl = new Uri("https://mcp.example.com");
                    options.Http.AllowedHosts = ["alias.example.com"];
                    options.Http.AllowedOrigins = ["https://app.example.com"];
                }
            );
            return new Guarded(server, tokens);
        }

        /// <summary>A request that passes, in a session of its own.</summary>
        public async Task<Draft> GoodAsync()
        {
            var draft = new Draft { Body = List };
            draft["Host"] = "localhost";
            draft["Connection"] = "close";
            draft["Content-Type"] = "application/json";
            draft["Accept"] = "application/json, text/event-stream";
            draft["Authorization"] = $"Bearer {Secret}";
            draft["MCP-Protocol-Version"] = "2025-11-25";
            draft["Mcp-Session-Id"] = await Server.OpenSessionAsync(TokenFile.Bearer(Secret));
            return draft;
        }

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            _tokens.Dispose();
        }
    }

    /// <summary>A request as text, to be spoiled.</summary>
    private sealed class Draft
    {
        private readonly Dictionary<string, string?> _headers = [];

        public string Method { get; set; } = "POST";

        public string Path { get; set; } = "/mcp";

        public string Version { get; set; } = "HTTP/1.1";

        public string Body { get; set; } = "";

        public string? this[string header]
        {
            set => _headers[header] = value;
        }

        public override string ToString()
        {
            var text = new StringBuilder($"{Method} {Path} {Version}\r\n");
            if (!_headers.ContainsKey("Content-Length"))
            {
                text.Append($"Content-Length: {Body.Length}\r\n");
            }

            foreach ((string name, string? value) in _headers)
            {
                text.Append(value is null ? "" : $"{name}: {value}\r\n");
            }

            return text.Append("\r\n").Append(Body).ToString();
        }
    }
}

using System.Net;
using System.Text.Json;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>The stateless revision over HTTP.</summary>
public sealed class ModernTests
{
    [Fact]
    public async Task Discover_list_and_call_need_no_session()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());

        JsonElement discovered = await ResultAsync(server.ModernAsync("server/discover"));
        discovered.GetProperty("supportedVersions").GetRawText().ShouldBe("[\"2026-07-28\"]");
        discovered.GetProperty("ttlMs").GetInt64().ShouldBeGreaterThan(0);

        JsonElement listed = await ResultAsync(server.ModernAsync("tools/list"));
        listed.GetProperty("tools").GetRawText().ShouldBe(FakeGateway.List);
        listed.GetProperty("cacheScope").GetString().ShouldBe("private");

        using HttpResponseMessage called = await server.CallAsync("echo", "{\"a\":1}");
        called.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        called.Headers.Contains("Mcp-Session-Id").ShouldBeFalse();
        (await HttpServer.TextAsync(called)).ShouldBe("{\"a\":1}");
    }

    [Fact]
    public async Task Arguments_may_be_the_text_of_an_object()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());

        using HttpResponseMessage called = await server.CallAsync("echo", "\"{\\\"a\\\":1}\"");

        (await HttpServer.TextAsync(called)).ShouldBe("\"{\\\"a\\\":1}\"");
    }

    [Fact]
    public async Task A_session_header_is_ignored()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        using HttpResponseMessage reply = await server.ModernAsync(
            "tools/list",
            headers: [("Mcp-Session-Id", "unknown"), ("Last-Event-ID", "7")]
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What the headers say, what the body says, and how that is answered.</summary>
    public static TheoryData<string?, string?, string?, string, int, int> Headers =>
        new()
        {
            { "2026-07-28", "tools/call", "echo", Call("echo"), 200, 0 },
            { " 2026-07-28 ", " tools/call\t", "  echo ", Call("echo"), 200, 0 },
            { "2026-07-28", "tools/call", "=?base64?ZWNobw==?=", Call("echo"), 200, 0 },
            { "2026-07-28", "=?base64?dG9vbHMvY2FsbA==?=", "echo", Call("echo"), 200, 0 },
            { "2026-07-28", "tools/call", "=?base64?ZWNob?=", Call("echo"), 400, -32020 },
            { "2026-07-28", "tools/call", "=?base64?!!?=", Call("echo"), 400, -32020 },
            { "2026-07-28", "tools/call", "Echo", Call("echo"), 400, -32020 },
            { "2026-07-28", "tools/call", "refuse", Call("echo"), 400, -32020 },
            { "2026-07-28", "tools/call", null, Call("echo"), 400, -32020 },
            { "2026-07-28", "Tools/Call", "echo", Call("echo"), 400, -32020 },
            { "2026-07-28", "tools/list", "echo", Call("echo"), 400, -32020 },
            { "2026-07-28", null, "echo", Call("echo"), 400, -32020 },
            { null, "tools/call", "echo", Call("echo"), 400, -32020 },
            { "2025-11-25", "tools/call", "echo", Call("echo"), 400, -32020 },
            { "2099-01-01", "tools/call", "echo", Call("echo"), 400, -32022 },
            { "nonsense", "tools/call", "echo", Call("echo"), 400, -32022 },
            { "2026-07-28", "tools/list", null, Body("tools/list", ""), 400, -32602 },
            { "2026-07-28", "tools/list", null, Body("tools/list", Version), 400, -32602 },
            { "2026-07-28", "tools/list", null, Body("tools/list", Capabilities), 400, -32602 },
            { "2026-07-28", "tools/list", null, Body("tools/list", $"{Version},{Capabilities}"), 200, 0 },
            {
                "2026-07-28",
                "tools/list",
                null,
                Body(
                    "tools/list",
                    $"{Version.Replace("2026-07-28", "2099-01-01", StringComparison.Ordinal)},{Capabilities}"
                ),
                400,
                -32020
            },
            { null, "server/discover", null, Body("server/discover", ""), 400, -32602 },
            { "2026-07-28", "initialize", null, HttpServer.ModernJson("initialize"), 404, -32601 },
            { "2026-07-28", "ping", null, HttpServer.ModernJson("ping"), 404, -32601 },
            { "2026-07-28", "logging/setLevel", null, HttpServer.ModernJson("logging/setLevel"), 404, -32601 },
            { "2026-07-28", "no/such", null, HttpServer.ModernJson("no/such"), 404, -32601 },
            { "2026-07-28", "tools/call", "nothing", Call("nothing"), 200, -32602 },
            { "2026-07-28", "tools/list", null, HttpServer.ModernJson("tools/list", "\"cursor\":\"x\""), 200, -32602 },
        };

    private const string Version = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"";
    private const string Capabilities = "\"io.modelcontextprotocol/clientCapabilities\":{}";

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task H_06_headers_and_body_must_agree(
        string? version,
        string? method,
        string? name,
        string body,
        int status,
        int code
    )
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        (string, string?)[] headers = [("MCP-Protocol-Version", version), ("Mcp-Method", method), ("Mcp-Name", name)];
        using HttpResponseMessage reply = await server.PostAsync(
            body,
            [.. headers.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!))]
        );

        ((int)reply.StatusCode).ShouldBe(status);
        if (code != 0)
        {
            (await HttpServer.CodeAsync(reply)).ShouldBe(code);
            (await HttpServer.JsonAsync(reply)).GetProperty("id").GetInt32().ShouldBe(1);
        }
    }

    [Fact]
    public async Task H_06_a_header_sent_twice_says_nothing()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        using HttpResponseMessage reply = await server.PostAsync(
            Call("echo"),
            [.. HttpServer.ModernHeaders("tools/call", "echo"), ("Mcp-Name", "echo")]
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("[]", -32600)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"METHOD\":\"x\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}", -32600)]
    [InlineData(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"a\",\"Name\":\"b\"}}",
        -32600
    )]
    [InlineData("", -32700)]
    [InlineData("{", -32700)]
    [InlineData("{}{}", -32700)]
    [InlineData("{\"a\":\"\\ud800\"", -32700)]
    public async Task H_07_what_is_no_message_is_refused(string body, int code)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        using HttpResponseMessage reply = await server.PostAsync(body);
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await HttpServer.CodeAsync(reply)).ShouldBe(code);
    }

    [Fact]
    public async Task A_notification_is_accepted_and_a_response_is_not()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        (string, string) version = ("MCP-Protocol-Version", "2026-07-28");
        using HttpResponseMessage accepted = await server.PostAsync(
            """{"jsonrpc":"2.0","method":"notifications/something"}""",
            version
        );
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await accepted.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();

        using HttpResponseMessage refused = await server.PostAsync("""{"jsonrpc":"2.0","id":1,"result":{}}""", version);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_call_that_reports_progress_is_a_stream()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        string meta = HttpServer.Meta.Replace("{\"io", "{\"progressToken\":\"p\",\"io", StringComparison.Ordinal);
        using HttpResponseMessage reply = await server.PostAsync(
            $$$"""{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"progress",{{{meta}}}}}""",
            HttpServer.ModernHeaders("tools/call", "progress")
        );

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        reply.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        JsonElement[] events = await EventsAsync(reply);
        events.Length.ShouldBe(3);
        events[0].GetProperty("params").GetProperty("progress").GetDouble().ShouldBe(1);
        events[1].GetProperty("params").GetProperty("progressToken").GetString().ShouldBe("p");
        events[2].GetProperty("id").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task A_call_that_could_report_and_does_not_is_plain()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        string meta = HttpServer.Meta.Replace("{\"io", "{\"progressToken\":1,\"io", StringComparison.Ordinal);
        using HttpResponseMessage reply = await server.PostAsync(
            $$$"""{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"echo",{{{meta}}}}}""",
            HttpServer.ModernHeaders("tools/call", "echo")
        );
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await HttpServer.TextAsync(reply)).ShouldBe("{}");
    }

    [Fact]
    [Trait("Requirement", "R-02")]
    public async Task Hanging_up_cancels()
    {
        var gateway = new FakeGateway();
        await using HttpServer server = await HttpServer.StartAsync(gateway);
        await server.HangUpAsync(gateway);
    }

    [Fact]
    public async Task A_crash_of_a_tool_tells_nothing()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        using HttpResponseMessage reply = await server.CallAsync("crash");
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await HttpServer.CodeAsync(reply)).ShouldBe(-32603);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("secret");
        server.Log.ShouldContain("InvalidOperationException");
        server.Log.ShouldNotContain("secret");
    }

    /// <summary>The messages of a stream of events.</summary>
    internal static async Task<JsonElement[]> EventsAsync(HttpResponseMessage reply)
    {
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return
        [
            .. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(item =>
                {
                    item.ShouldStartWith("data: ");
                    using var document = JsonDocument.Parse(item["data: ".Length..]);
                    return document.RootElement.Clone();
                }),
        ];
    }

    private static string Call(string tool) => HttpServer.ModernJson("tools/call", $"\"name\":\"{tool}\"");

    private static string Body(string method, string meta) =>
        $$$$"""{"jsonrpc":"2.0","id":1,"method":"{{{{method}}}}","params":{"_meta":{{{{{meta}}}}}}}""";

    private static async Task<JsonElement> ResultAsync(Task<HttpResponseMessage> sending)
    {
        using HttpResponseMessage reply = await sending;
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await HttpServer.JsonAsync(reply)).GetProperty("result");
    }
}

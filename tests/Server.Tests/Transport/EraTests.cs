using System.Text.Json;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class EraTests
{
    [Theory]
    [InlineData("\"2024-11-05\"", "2024-11-05")]
    [InlineData("\"2025-03-26\"", "2025-03-26")]
    [InlineData("\"2025-06-18\"", "2025-06-18")]
    [InlineData("\"2025-11-25\"", "2025-11-25")]
    [InlineData("\"2099-01-01\"", "2025-11-25")]
    [InlineData("\"2026-07-28\"", "2025-11-25")]
    [InlineData("null", "2025-11-25")]
    public async Task Initialize_answers_the_requested_revision_or_the_latest_with_a_handshake(
        string requested,
        string answered
    )
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(
            $$$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},"protocolVersion":{{{requested}}} }}"""
        );

        reply
            .GetProperty("result")
            .GetRawText()
            .ShouldBe(
                $$$"""{"protocolVersion":"{{{answered}}}","capabilities":{"tools":{}},"serverInfo":{"name":"test-server","title":"Test","version":"9.9.9"},"instructions":"Use \"echo\"."}"""
            );
    }

    [Fact]
    public async Task Discover_says_what_a_modern_client_needs()
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(Request("server/discover", StdioSession.Modern));

        JsonElement result = reply.GetProperty("result");
        result.GetProperty("resultType").GetString().ShouldBe("complete");
        result.GetProperty("supportedVersions").GetRawText().ShouldBe("[\"2026-07-28\"]");
        result.GetProperty("capabilities").GetRawText().ShouldBe("{\"tools\":{}}");
        result.GetProperty("instructions").GetString().ShouldBe("Use \"echo\".");
        ShouldBeCacheable(result);
        ShouldNameTheServer(result);
    }

    [Fact]
    public async Task A_legacy_list_has_only_tools()
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(Request("tools/list", ""));
        reply.GetProperty("result").GetRawText().ShouldBe("{\"tools\":" + FakeGateway.List + "}");
    }

    [Fact]
    public async Task A_modern_list_says_how_long_it_holds()
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(Request("tools/list", StdioSession.Modern));

        JsonElement result = reply.GetProperty("result");
        result.GetProperty("tools").GetRawText().ShouldBe(FakeGateway.List);
        result.GetProperty("resultType").GetString().ShouldBe("complete");
        ShouldBeCacheable(result);
        ShouldNameTheServer(result);
    }

    [Fact]
    public async Task A_legacy_call_has_only_content()
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(
            Request("tools/call", "\"name\":\"echo\",\"arguments\":{\"a\":\"\\u0041\"}")
        );
        reply
            .GetProperty("result")
            .GetRawText()
            .ShouldBe("""{"content":[{"type":"text","text":"{\"a\":\"\\u0041\"}"}]}""");
    }

    [Fact]
    public async Task A_modern_call_is_marked_complete_and_not_cacheable()
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(Request("tools/call", "\"name\":\"refuse\"," + StdioSession.Modern));

        JsonElement result = reply.GetProperty("result");
        result.GetProperty("resultType").GetString().ShouldBe("complete");
        result.GetProperty("isError").GetBoolean().ShouldBeTrue();
        result.TryGetProperty("ttlMs", out _).ShouldBeFalse();
        ShouldNameTheServer(result);
    }

    [Fact]
    public async Task Both_eras_may_alternate_in_one_process()
    {
        await using var session = new StdioSession();
        await session.AskAsync(StdioSession.Handshake);
        for (int i = 0; i < 3; i++)
        {
            JsonElement modern = await session.AskAsync(Request("tools/list", StdioSession.Modern));
            modern.GetProperty("result").TryGetProperty("ttlMs", out _).ShouldBeTrue();
            JsonElement legacy = await session.AskAsync(Request("tools/list", ""));
            legacy.GetProperty("result").TryGetProperty("ttlMs", out _).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("initialize", -32601)]
    [InlineData("ping", -32601)]
    [InlineData("logging/setLevel", -32601)]
    [InlineData("resources/subscribe", -32601)]
    [InlineData("no/such/method", -32601)]
    public async Task Modern_requests_for_removed_or_unknown_methods_are_refused(string method, int code)
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(Request(method, StdioSession.Modern));
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(code);
        await session.ShouldBeAliveAsync();
    }

    [Theory]
    [InlineData("server/discover", "")]
    [InlineData("tools/list", "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}")]
    [InlineData("tools/list", "\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":{}}")]
    [InlineData(
        "tools/list",
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":[]}"
    )]
    [InlineData("tools/list", "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":7}")]
    public async Task Modern_requests_without_their_metadata_are_refused(string method, string parameters)
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(Request(method, parameters));
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32602);
    }

    [Theory]
    [InlineData("2099-01-01")]
    [InlineData("2025-11-25")]
    [InlineData("")]
    public async Task Revisions_that_metadata_cannot_choose_are_refused_with_the_supported_ones(string version)
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(
            Request("tools/list", StdioSession.Modern.Replace("2026-07-28", version, StringComparison.Ordinal))
        );

        JsonElement error = reply.GetProperty("error");
        error.GetProperty("code").GetInt32().ShouldBe(-32022);
        error.GetProperty("data").GetRawText().ShouldBe($$"""{"supported":["2026-07-28"],"requested":"{{version}}"}""");
    }

    private static string Request(string method, string parameters) =>
        $$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{{{{parameters}}}}}""";

    private static void ShouldBeCacheable(JsonElement result)
    {
        result.GetProperty("ttlMs").GetInt64().ShouldBeGreaterThan(0);
        result.GetProperty("cacheScope").GetString().ShouldBe("private");
    }

    private static void ShouldNameTheServer(JsonElement result) =>
        result
            .GetProperty("_meta")
            .GetProperty("io.modelcontextprotocol/serverInfo")
            .GetProperty("name")
            .GetString()
            .ShouldBe("test-server");
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Http;

/// <summary>What each member of an audit line is, value by value.</summary>
[Trait("Requirement", "L-01")]
[Trait("Promise", "PB-08")]
public sealed class AuditValueTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Parent = $"00-{Trace}-b7ad6b7169203331-01";
    private const string Client =
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{},\"io.modelcontextprotocol/clientInfo\":{\"name\":\"NAME\",\"version\":\"VERSION\"}}";

    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task L_01_who_and_what()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        string? requestId = null;
        JsonElement line = await OneAsync(
            async server =>
            {
                using HttpResponseMessage reply = await ModernAsync(
                    server,
                    "get_workspace",
                    "some client",
                    "1.2.3",
                    TokenFile.Bearer(TokenFile.Anna),
                    ("traceparent", Parent)
                );
                requestId = reply.Headers.GetValues("X-Request-Id").Single();
            },
            options => options.Http.TokensFile = tokens.Path
        );

        Text(line, "request").ShouldBe(requestId);
        Text(line, "principal").ShouldBe(Sha256("principal anna")[..16]);
        Text(line, "client").ShouldBe("some client");
        Text(line, "client_version").ShouldBe("1.2.3");
        Text(line, "trace").ShouldBe(Trace);
        Text(line, "workspace").ShouldBe(SandboxSeed.WorkspaceId);
        Text(line, "tool").ShouldBe("get_workspace");
        Text(line, "outcome").ShouldBe("ok");
        Text(line, "session").ShouldBeNull();
        Text(line, "principal_name").ShouldBeNull();
        line.GetRawText().ShouldNotLeak("anna");
    }

    [Fact]
    public async Task L_01_the_name_of_the_principal_where_the_operator_wants_it()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        JsonElement line = await OneAsync(
            server => CallAsync(server, "get_current_user", "{}", TokenFile.Bearer(TokenFile.Anna)),
            options => (options.Http.TokensFile, options.AuditNames) = (tokens.Path, true)
        );
        Text(line, "principal_name").ShouldBe("anna");
        Text(line, "principal").ShouldBe(Sha256("principal anna")[..16]);
    }

    [Fact]
    public async Task L_01_a_session_is_the_hash_of_its_id()
    {
        string session = "";
        JsonElement line = await OneAsync(async server =>
        {
            session = await server.OpenSessionAsync();
            using HttpResponseMessage reply = await server.PostAsync(
                """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_current_user"}}""",
                ("Mcp-Session-Id", session)
            );
        });
        Text(line, "session").ShouldBe(Sha256(session)[..16]);
        session.ShouldNotContain(Text(line, "session")!);
        // As HttpServer.Handshake says.
        Text(line, "client").ShouldBe("test");
        Text(line, "client_version").ShouldBe("1");
    }

    [Fact]
    public async Task L_01_arguments_are_a_keyed_digest_of_their_canonical_text()
    {
        JsonElement line = await OneAsync(server =>
            CallAsync(server, "get_task", """{"detail_level":"summary","task_id":" DEV-1 "}""")
        );

        byte[] key = SHA256.HashData(Encoding.UTF8.GetBytes(HttpServer.AuditSecret));
        byte[] digest = HMACSHA256.HashData(key, Canonical("""{"task":"DEV-1","detail_level":"summary"}""").Span);
        Text(line, "arguments").ShouldBe(Convert.ToHexStringLower(digest)[..32]);
    }

    [Fact]
    public async Task L_01_a_refused_call_is_a_line_with_its_limit()
    {
        List<HttpStatusCode> statuses = [];
        TimeSpan? retryAfter = null;
        JsonElement[] lines = await LinesAsync(
            async server =>
            {
                foreach (int _ in Enumerable.Range(0, 2))
                {
                    using HttpResponseMessage reply = await server.CallAsync("get_current_user");
                    statuses.Add(reply.StatusCode);
                    retryAfter = reply.Headers.RetryAfter?.Delta;
                }
            },
            options => options.CallsPerMinute = 1
        );

        statuses.ShouldBe([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
        lines.Length.ShouldBe(2);
        Text(lines[0], "outcome").ShouldBe("ok");
        Text(lines[1], "outcome").ShouldBe("refused");
        Text(lines[1], "error").ShouldBe("CallsPerMinute");
        Text(lines[1], "tool").ShouldBe("get_current_user");
        double wait = lines[1].GetProperty("retry_after_ms").GetDouble();
        Math.Ceiling(wait / 1000).ShouldBe(retryAfter!.Value.TotalSeconds);
    }

    [Fact]
    public async Task L_01_waited_time_and_workspace_are_those_of_the_call()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            new Told(),
            options => (options.Audit, options.WorkspaceId) = (_file, "9001"),
            new ManualTimeProvider()
        );
        foreach (string tool in (string[])["waited", "plain"])
        {
            using HttpResponseMessage reply = await server.CallAsync(tool);
        }

        await server.Host.FlushAuditAsync();
        JsonElement[] lines = await ReadAsync();
        lines[0].GetProperty("waited_ms").GetDouble().ShouldBe(1234.5);
        lines[0].GetProperty("workspace").GetString().ShouldBe("9002");
        lines[0].GetProperty("upstream_status").GetInt32().ShouldBe(418);
        lines[0].GetProperty("duration_ms").GetDouble().ShouldBe(0);
        lines[0].GetProperty("time").GetString().ShouldBe("2026-01-01T00:00:00.000Z");
        lines[1].GetProperty("waited_ms").GetDouble().ShouldBe(0);
        lines[1].GetProperty("workspace").GetString().ShouldBe("9001");
    }

    [Fact]
    public async Task L_01_a_client_cannot_write_to_the_reader_of_the_audit()
    {
        JsonElement line = await OneAsync(async server =>
        {
            using HttpResponseMessage reply = await ModernAsync(
                server,
                "get_current_user",
                @"a\u001b[31m\u202eb\nc",
                @"\u009b1\u0000"
            );
        });
        Text(line, "client").ShouldBe("a[31mb c");
        Text(line, "client_version").ShouldBe("1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-extra")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01")]
    [InlineData("zz-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, evil")]
    [Trait("Requirement", "L-03")]
    public async Task L_03_only_a_well_formed_trace_is_taken(string parent)
    {
        JsonElement line = await OneAsync(server =>
            CallAsync(server, "get_current_user", "{}", ("traceparent", parent))
        );
        Text(line, "trace").ShouldBeNull();
    }

    public void Dispose()
    {
        File.Delete(_file);
        File.Delete(_file + ".key");
    }

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static ReadOnlyMemory<byte> Canonical(string arguments)
    {
        ArgumentReader reader = new(JsonElement.Parse(arguments), new ArgumentErrors());
        return new BoundArguments(GetTaskTool.BindArguments(reader)!, GetTaskTool.SharedResponse).ToJson();
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task CallAsync(
        HttpServer server,
        string tool,
        string arguments,
        params (string, string)[] headers
    )
    {
        using HttpResponseMessage reply = await server.CallAsync(tool, arguments, headers);
    }

    private static Task<HttpResponseMessage> ModernAsync(
        HttpServer server,
        string tool,
        string name,
        string version,
        params (string, string)[] headers
    )
    {
        string meta = Client
            .Replace("NAME", name, StringComparison.Ordinal)
            .Replace("VERSION", version, StringComparison.Ordinal);
        return server.PostAsync(
            $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{},{{{meta}}}}}""",
            [.. HttpServer.ModernHeaders("tools/call", tool), .. headers]
        );
    }

    private async Task<JsonElement> OneAsync(Func<HttpServer, Task> act, Action<ServerOptions>? configure = null) =>
        (await LinesAsync(act, configure)).ShouldHaveSingleItem();

    private async Task<JsonElement[]> LinesAsync(Func<HttpServer, Task> act, Action<ServerOptions>? configure)
    {
        await using (
            HttpServer server = await HttpServer.StartAsync(options =>
            {
                options.Audit = _file;
                configure?.Invoke(options);
            })
        )
        {
            await act(server);
        }

        return await ReadAsync();
    }

    private async Task<JsonElement[]> ReadAsync() =>
        [
            .. (await File.ReadAllLinesAsync(_file, TestContext.Current.CancellationToken)).Select(static line =>
                JsonElement.Parse(line)
            ),
        ];

    /// <summary>Tells of its calls what a test wants to read again.</summary>
    private sealed class Told : IToolGateway
    {
        public ReadOnlyMemory<byte> ToolList => "[]"u8.ToArray();

        public ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken)
        {
            if (request.Subject == "waited")
            {
                request.Facts.AddWait(TimeSpan.FromMilliseconds(1000));
                request.Facts.AddWait(TimeSpan.FromMilliseconds(234.5));
                request.Facts.Workspace = "9002";
                request.Facts.Responded(418);
            }

            return new(ToolGatewayResult.Called(new ToolResult("ok")));
        }
    }
}

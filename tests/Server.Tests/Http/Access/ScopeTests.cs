using System.Net;
using System.Text.Json;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Http;

/// <summary>That a tool is there for exactly those who were granted its scope, and how the others hear what they lack.</summary>
public sealed class ScopeTests
{
    private const string Metadata =
        "resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"";

    private static readonly ToolScope[] Scopes = Enum.GetValues<ToolScope>();

    [Fact]
    [Trait("Promise", "PB-03")]
    public async Task A_06_a_tool_is_refused_without_its_scope_and_only_then()
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { ["pk_1_GRANT"] = "anna" });
        await using HttpServer server = await StartAsync(grants, upstream);
        foreach (ToolScope scope in Scopes)
        {
            ToolScopes own = ToolScopeSet.Of(scope);
            (string, string) without = TokenFile.Bearer(grants.Give($"all but {scope}", ToolScopes.All & ~own));
            foreach (int tool in Enumerable.Range(0, ToolCatalog.Count).Where(i => ToolCatalog.Scope(i) == scope))
            {
                using HttpResponseMessage refused = await server.CallAsync(ToolCatalog.Name(tool), "{}", without);
                string text = await HttpServer.TextAsync(refused);
                refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{ToolCatalog.Name(tool)}: {text}");
                refused
                    .Headers.WwwAuthenticate.Single()
                    .ToString()
                    .ShouldBe(
                        $"Bearer realm=\"clickup-mcp\", error=\"insufficient_scope\", {Metadata}, scope=\"read write delete admin\""
                    );
                text.ShouldContain("needs a scope");
            }
        }

        upstream.Seen.ShouldBeEmpty("nobody without the scope made anything happen");
        foreach (ToolScope scope in Scopes)
        {
            (string, string) with = TokenFile.Bearer(grants.Give($"only {scope}", ToolScopeSet.Of(scope)));
            foreach (int tool in Enumerable.Range(0, ToolCatalog.Count).Where(i => ToolCatalog.Scope(i) == scope))
            {
                using HttpResponseMessage reply = await server.CallAsync(ToolCatalog.Name(tool), "{}", with);
                reply.StatusCode.ShouldBe(HttpStatusCode.OK, ToolCatalog.Name(tool));
            }
        }
    }

    [Theory]
    [InlineData("delete_task", "read", "read delete")]
    [InlineData("delete_task", "write", "write delete")]
    [InlineData("update_task", "read", "read write")]
    [InlineData("get_task", "delete", "read delete")]
    [Trait("Promise", "PB-03")]
    public async Task A_06_the_challenge_names_what_was_granted_and_what_it_takes(
        string tool,
        string granted,
        string scope
    )
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(FakeGrants.Configure, access: grants.Services);
        using HttpResponseMessage refused = await server.CallAsync(
            tool,
            """{"task":"86abc0001"}""",
            TokenFile.Bearer(grants.Give("g", ToolScopeWords.Parse(granted.Split(' '))))
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers.WwwAuthenticate.Single().ToString().ShouldEndWith($"scope=\"{scope}\"");
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read write")]
    public async Task A_06_a_runner_needs_the_scope_of_what_it_runs(string granted)
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync([]);
        await using HttpServer server = await StartAsync(grants, upstream);
        using HttpResponseMessage refused = await server.CallAsync(
            "run_write_tool",
            """{"name":"delete_task","arguments":{"task":"86abc0001"}}""",
            TokenFile.Bearer(grants.Give("g", ToolScopeWords.Parse(granted.Split(' '))))
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers.WwwAuthenticate.Single().ToString().ShouldEndWith("scope=\"read write delete\"");
        upstream.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"na\ud800me":"delete_task"}""")]
    [InlineData("""{"name":"delete_\ud800task"}""")]
    public async Task A_06_half_a_surrogate_pair_does_not_hide_that_a_scope_is_missing(string arguments)
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(FakeGrants.Configure, access: grants.Services);
        using HttpResponseMessage refused = await server.CallAsync(
            "run_write_tool",
            arguments,
            TokenFile.Bearer(grants.Give("g", ToolScopes.Read))
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers.WwwAuthenticate.Single().ToString().ShouldEndWith("scope=\"read write\"");
    }

    [Fact]
    public async Task A_06_a_legacy_session_is_refused_alike()
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(FakeGrants.Configure, access: grants.Services);
        (string, string) token = TokenFile.Bearer(grants.Give("g", ToolScopes.Read));
        string session = await server.OpenSessionAsync(token);
        using HttpResponseMessage refused = await server.PostAsync(
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"delete_task","arguments":{"task":"86abc0001"},"_meta":{"progressToken":1}}}""",
            ("Mcp-Session-Id", session),
            token
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/json", "no stream was opened for it");
        refused.Headers.WwwAuthenticate.Single().ToString().ShouldContain("insufficient_scope");
    }

    [Fact]
    public async Task A_07_the_list_has_what_the_grant_allows_and_is_for_nobody_else()
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(FakeGrants.Configure, access: grants.Services);
        HashSet<string> all = [.. await ListAsync(server, grants.Give("all"))];
        foreach (ToolScope scope in Scopes)
        {
            string[] listed = await ListAsync(server, grants.Give($"only {scope}", ToolScopeSet.Of(scope)));
            listed.ShouldBe(
                Enumerable
                    .Range(0, ToolCatalog.Count)
                    .Where(i => ToolCatalog.Scope(i) == scope && all.Contains(ToolCatalog.Name(i)))
                    .Select(ToolCatalog.Name),
                ignoreOrder: true
            );
        }
    }

    [Fact]
    public async Task A_06_find_tools_finds_only_what_may_be_run()
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(FakeGrants.Configure, access: grants.Services);
        string query = """{"query":"delete a task"}""";
        using HttpResponseMessage all = await server.CallAsync(
            "find_tools",
            query,
            TokenFile.Bearer(grants.Give("all"))
        );
        (await HttpServer.TextAsync(all)).ShouldContain("delete_task");
        using HttpResponseMessage some = await server.CallAsync(
            "find_tools",
            query,
            TokenFile.Bearer(grants.Give("reader", ToolScopes.Read))
        );
        (await HttpServer.TextAsync(some)).ShouldNotContain("delete_task");
    }

    [Fact]
    public async Task A_07_each_call_is_checked_anew()
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(FakeGrants.Configure, access: grants.Services);
        (string, string) token = TokenFile.Bearer(grants.Give("g"));
        using HttpResponseMessage before = await server.CallAsync("find_tools", """{"query":"task"}""", token);
        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        grants.Give("g", ToolScopes.Write);
        using HttpResponseMessage narrower = await server.CallAsync("find_tools", """{"query":"task"}""", token);
        narrower.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await grants.EndGrantAsync("g", TestContext.Current.CancellationToken);
        using HttpResponseMessage gone = await server.CallAsync("find_tools", """{"query":"task"}""", token);
        gone.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        gone.Headers.WwwAuthenticate.Single().ToString().ShouldContain("invalid_token");
    }

    [Fact]
    public async Task A_07_what_continues_an_older_call_is_checked_too()
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(
            new FakeGateway(),
            FakeGrants.Configure,
            access: grants.Services
        );
        (string, string) token = TokenFile.Bearer(grants.Give("g"));
        string session = await server.OpenSessionAsync(token);
        await grants.EndGrantAsync("g", TestContext.Current.CancellationToken);
        using HttpResponseMessage answer = await server.PostAsync(
            """{"jsonrpc":"2.0","id":"s-1","result":{"action":"accept","content":{}}}""",
            ("Mcp-Session-Id", session),
            token
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using HttpResponseMessage retry = await server.ModernAsync(
            "tools/call",
            "\"name\":\"echo\",\"arguments\":{},\"requestState\":\"abc\",\"inputResponses\":{}",
            "echo",
            token
        );
        retry.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_07_a_retry_with_answers_is_checked_for_its_scope_again()
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync([]);
        await using HttpServer server = await StartAsync(grants, upstream);
        (string, string) token = TokenFile.Bearer(grants.Give("g", ToolScopes.Read));
        using HttpResponseMessage retry = await server.ModernAsync(
            "tools/call",
            """
            "name":"delete_task","arguments":{"task":"86abc0001"},"requestState":"abc","inputResponses":{}
            """,
            "delete_task",
            token
        );
        retry.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        retry.Headers.WwwAuthenticate.Single().ToString().ShouldContain("insufficient_scope");
        upstream.Seen.ShouldBeEmpty();
    }

    private static Task<HttpServer> StartAsync(FakeGrants grants, UpstreamClickUp upstream) =>
        HttpServer.StartAsync(
            options =>
            {
                FakeGrants.Configure(options);
                options.ApiBaseUrl = upstream.Address;
            },
            access: grants.Services
        );

    private static async Task<string[]> ListAsync(HttpServer server, string token)
    {
        using HttpResponseMessage reply = await server.ModernAsync("tools/list", headers: TokenFile.Bearer(token));
        JsonElement result = (await HttpServer.JsonAsync(reply)).GetProperty("result");
        result.GetProperty("cacheScope").GetString().ShouldBe("private");
        return [.. result.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("name").GetString()!)];
    }
}

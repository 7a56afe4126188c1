using System.Net;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>What stands behind a grant: its ClickUp token, its workspaces, and its end.</summary>
public sealed class GrantTests
{
    private const string Canary = "pk_7_CANARYOFTHEGRANT";
    private const string Task = """{"task":"86a"}""";

    [Fact]
    [Trait("Promise", "PB-01")]
    public async Task A_05_neither_token_goes_where_the_other_belongs()
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Canary] = "anna" });
        await using HttpServer server = await StartAsync(grants, upstream);
        string token = grants.Give("g", credential: Canary);
        using HttpResponseMessage reply = await server.CallAsync("get_task", Task, TokenFile.Bearer(token));
        string text = await HttpServer.TextAsync(reply);
        text.ShouldContain("of anna");
        upstream.Seen.Select(request => request.Token).Distinct().ShouldBe([Canary]);
        upstream.Headers.ShouldNotContain("X-License-Key");
        $"{reply.Headers}{reply.Content.Headers}{text}{server.Log}".ShouldNotContain(Canary);
        server.Log.ShouldNotContain(token);

        upstream.Fault = (500, $"failed for {Canary} and {token}");
        using HttpResponseMessage failed = await server.CallAsync("get_task", Task, TokenFile.Bearer(token));
        string failure = await failed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        failure.ShouldNotContain(Canary);
        server.Log.ShouldNotContain(Canary);
    }

    [Fact]
    [Trait("Promise", "PB-01")]
    public async Task A_05_a_client_cannot_put_its_own_ClickUp_token_behind_a_grant()
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Canary] = "anna" });
        await using HttpServer server = await StartAsync(grants, upstream);
        using HttpResponseMessage reply = await server.CallAsync(
            "get_task",
            Task,
            TokenFile.Bearer(grants.Give("g")),
            ("X-ClickUp-Key", Canary)
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        upstream.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_08_a_ClickUp_token_that_was_taken_back_ends_the_grant()
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync([]);
        await using HttpServer server = await StartAsync(grants, upstream);
        (string, string) token = TokenFile.Bearer(grants.Give("g", credential: Canary));
        using HttpResponseMessage last = await server.CallAsync("get_task", Task, token);
        (await HttpServer.TextAsync(last)).ShouldContain("connect again");
        grants.Ended.ShouldBe(["g"]);
        using HttpResponseMessage next = await server.CallAsync("get_task", Task, token);
        next.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_08_a_refusal_that_is_not_of_the_token_ends_nothing()
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Canary] = "anna" });
        await using HttpServer server = await StartAsync(grants, upstream);
        (string, string) token = TokenFile.Bearer(grants.Give("g", credential: Canary));
        upstream.Fault = (429, """{"err":"Rate limit","ECODE":"APP_002"}""");
        using HttpResponseMessage limited = await server.CallAsync("get_task", Task, token);
        upstream.Fault = (403, """{"err":"Team not authorized","ECODE":"OAUTH_023"}""");
        using HttpResponseMessage refused = await server.CallAsync("get_task", Task, token);
        grants.Ended.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_08_the_end_of_a_grant_ends_its_streams()
    {
        FakeGrants grants = new();
        ManualTimeProvider time = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync([]);
        await using HttpServer server = await StartAsync(grants, upstream, time);
        (string, string) token = TokenFile.Bearer(grants.Give("g"));
        string session = await server.OpenSessionAsync(token);
        using HttpResponseMessage stream = await server.SendAsync(
            HttpMethod.Get,
            null,
            [("Mcp-Session-Id", session), token],
            HttpCompletionOption.ResponseHeadersRead
        );
        await grants.EndGrantAsync("g", TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(10));
        string rest = await stream
            .Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            .WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        rest.ShouldBeEmpty();
    }

    [Fact]
    public async Task T_03_a_session_of_one_grant_is_not_there_for_another_of_the_same_person()
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(FakeGrants.Configure, access: grants.Services);
        (string, string) own = TokenFile.Bearer(grants.Give("own"));
        (string, string) other = TokenFile.Bearer(grants.Give("other"));
        (string, string) session = ("Mcp-Session-Id", await server.OpenSessionAsync(own));
        const string Ping = """{"jsonrpc":"2.0","id":2,"method":"ping"}""";
        using HttpResponseMessage foreign = await server.PostAsync(Ping, session, other);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using HttpResponseMessage ended = await server.SendAsync(HttpMethod.Delete, null, [session, other]);
        ended.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using HttpResponseMessage still = await server.PostAsync(Ping, session, own);
        still.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Promise", "PA-01")]
    public async Task A_08_the_end_of_a_grant_takes_its_token_out_of_memory()
    {
        FakeGrants grants = new();
        string credential = new(Canary.AsSpan());
        grants.Give("g", credential: credential);
        Principal principal = new(7)
        {
            Kind = PrincipalKind.Grant,
            Reference = "g",
            Workspaces = ["9001"],
        };
        TenantMap map = new(
            new TenantFactory(
                new ServerOptions(),
                ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance),
                (_, _, _, _) => new FakeGateway(),
                new ServerIdentity("n", "t", "v", "i"),
                grants
            ),
            TimeProvider.System
        );
        HttpTenant tenant = await map.RentAsync(principal, new DefaultHttpContext().Request, []);
        map.Forget(new HashSet<UInt128> { principal.Id });
        credential.ShouldBe(Canary, "somebody still works with it");
        map.Return(tenant, forget: false);
        credential.ShouldBe(new string('\0', Canary.Length));
        map.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("/mcp/9002", null)]
    [InlineData("/mcp/9002/core", null)]
    [InlineData("/mcp", "9002")]
    public async Task A_09_a_foreign_workspace_is_refused_before_anything_is_asked(string path, string? header)
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Canary] = "anna" });
        await using HttpServer server = await StartAsync(grants, upstream);
        string token = grants.Give("g", credential: Canary, resource: FakeGrants.Origin + path);
        (string, string)[] headers = [(":path", path), TokenFile.Bearer(token)];
        using HttpResponseMessage reply = await server.CallAsync(
            "get_task",
            Task,
            header is null ? headers : [.. headers, ("X-ClickUp-Team-Id", header)]
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        upstream.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_09_the_only_workspace_of_a_grant_is_no_argument_any_more()
    {
        FakeGrants grants = new();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Canary] = "anna" });
        await using HttpServer server = await StartAsync(grants, upstream);
        (string, string) one = TokenFile.Bearer(grants.Give("one", credential: Canary));
        (string, string) two = TokenFile.Bearer(grants.Give("two", credential: Canary, workspaces: ["9001", "9003"]));
        (await ListAsync(server, one)).ShouldNotContain("\"workspace\":{");
        using HttpResponseMessage argument = await server.CallAsync("list_spaces", """{"workspace":"9002"}""", one);
        (await HttpServer.TextAsync(argument)).ShouldContain("No workspace is named");
        using HttpResponseMessage other = await server.CallAsync("list_spaces", """{"workspace":"9002"}""", two);
        (await HttpServer.TextAsync(other)).ShouldContain("No workspace is named");
        upstream.Seen.ShouldNotContain(request => request.Path.Contains("9002"));
    }

    [Fact]
    public async Task A_09_a_grant_without_a_workspace_allows_nothing()
    {
        FakeGrants grants = new();
        await using HttpServer server = await HttpServer.StartAsync(FakeGrants.Configure, access: grants.Services);
        using HttpResponseMessage reply = await server.CallAsync(
            "list_spaces",
            "{}",
            TokenFile.Bearer(grants.Give("g", workspaces: []))
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> ListAsync(HttpServer server, (string, string) token)
    {
        using HttpResponseMessage reply = await server.ModernAsync("tools/list", headers: token);
        return await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<HttpServer> StartAsync(
        FakeGrants grants,
        UpstreamClickUp upstream,
        TimeProvider? time = null
    ) =>
        HttpServer.StartAsync(
            options =>
            {
                FakeGrants.Configure(options);
                options.ApiBaseUrl = upstream.Address;
                options.UpstreamPerMinute = 0;
            },
            time,
            grants.Services
        );
}

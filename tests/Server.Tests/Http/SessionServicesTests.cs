using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>A session has services of its own: client, caches, directory. Requests without a session share by principal and token.</summary>
[Trait("Promise", "PA-03")]
[Trait("Requirement", "T-02")]
public sealed class SessionServicesTests
{
    private const string AnnasKey = "pk_1_ANNA";
    private const string List = """{"list":"List of anna"}""";

    private static readonly (string, string) Key = ("X-ClickUp-Key", AnnasKey);

    [Fact]
    public async Task PA_03_two_sessions_of_one_token_share_no_cache()
    {
        await using UpstreamClickUp upstream = await StartAsync();
        await using HttpServer server = await OverAsync(upstream);
        (string, string)[] one = await OpenAsync(server);
        (string, string)[] other = await OpenAsync(server);

        int first = await RequestsOfAsync(upstream, () => CallAsync(server, one));
        first.ShouldBeGreaterThan(2, "the names are looked up");
        (await RequestsOfAsync(upstream, () => CallAsync(server, one))).ShouldBe(1, "its own names are kept");
        (await RequestsOfAsync(upstream, () => CallAsync(server, other))).ShouldBe(first, "nothing of the other's");
        (await RequestsOfAsync(upstream, () => ModernAsync(server))).ShouldBe(first, "nor of any session's");
        (await RequestsOfAsync(upstream, () => ModernAsync(server))).ShouldBe(1, "requests without a session share");
    }

    [Fact]
    public async Task PA_03_the_end_of_a_session_takes_nothing_from_another_of_the_same_token()
    {
        await using UpstreamClickUp upstream = await StartAsync();
        await using HttpServer server = await OverAsync(upstream);
        (string, string)[] one = await OpenAsync(server);
        (string, string)[] other = await OpenAsync(server);
        await CallAsync(server, one);
        await CallAsync(server, other);

        using HttpResponseMessage ended = await server.SendAsync(HttpMethod.Delete, null, one);
        ended.IsSuccessStatusCode.ShouldBeTrue();

        (await RequestsOfAsync(upstream, () => CallAsync(server, other))).ShouldBe(1);
        upstream.Seen.ShouldAllBe(request => request.Token == AnnasKey);
    }

    /// <summary>What ClickUp allows a token counts for all who use it.</summary>
    [Fact]
    public async Task PA_03_the_limit_of_a_token_is_one_for_all_its_sessions()
    {
        await using UpstreamClickUp upstream = await StartAsync();
        await using HttpServer server = await OverAsync(upstream, options => options.MaxInFlight = 1);
        (string, string)[] one = await OpenAsync(server);
        (string, string)[] other = await OpenAsync(server);

        Task<HttpResponseMessage> hanging = server.PostAsync(Call("get_task", """{"task":"86hang123"}"""), one);
        await upstream.Hanging.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        int before = upstream.Seen.Count;
        Task<HttpResponseMessage> waiting = server.PostAsync(Call("get_current_user", "{}"), other);
        for (int i = 0; i < 50; i++)
        {
            using HttpResponseMessage ping = await server.PostAsync(
                """{"jsonrpc":"2.0","id":9,"method":"ping"}""",
                one
            );
        }

        (upstream.Seen.Count, waiting.IsCompleted).ShouldBe((before, false));
        upstream.Go.SetResult();
        (await hanging).Dispose();
        (await waiting).Dispose();
    }

    [Fact]
    public async Task The_operator_may_let_sessions_share_their_caches()
    {
        await using UpstreamClickUp upstream = await StartAsync();
        await using HttpServer server = await OverAsync(upstream, options => options.Http.ShareCaches = true);
        (string, string)[] one = await OpenAsync(server);
        (string, string)[] other = await OpenAsync(server);

        await CallAsync(server, one);
        (await RequestsOfAsync(upstream, () => CallAsync(server, other))).ShouldBe(1);
        using HttpResponseMessage ended = await server.SendAsync(HttpMethod.Delete, null, one);
        await CallAsync(server, other);
    }

    [Fact]
    public async Task T_02_what_sessions_have_is_counted_and_given_back()
    {
        var map = (TenantMap)
            new CompositionRoot(TimeProvider.System).CreateTenants(new ServerOptions { Sandbox = true });
        var sessions = new SessionStore(map, new SessionLimits(), TimeProvider.System);
        HttpRequest request = new DefaultHttpContext().Request;
        List<HttpSession> open = [];
        long before = 0;
        for (int i = 0; i < 20; i++)
        {
            HttpTenant tenant = map.Rent(Principal.Anonymous, request, []);
            open.Add(sessions.Open(tenant));
            map.Return(tenant, forget: false);
            map.Bytes.ShouldBeGreaterThan(before);
            before = map.Bytes;
            await Task.Yield();
        }

        open.Select(static session => session.Tenant.Inventory.Tools.Value).Distinct().Count().ShouldBe(20);
        map.Count.ShouldBe(21);
        open.ForEach(session =>
        {
            sessions.Leave(session);
            sessions.End(session);
        });
        (map.Count, map.Bytes).ShouldBe((0, 0));
    }

    [Fact]
    public void T_02_sessions_that_have_no_room_are_refused_and_leave_nothing()
    {
        TenantLimits limits = new() { Bytes = 16 * 1024 };
        var map = new TenantMap(Factory(), TimeProvider.System, limits);
        var sessions = new SessionStore(map, new SessionLimits(), TimeProvider.System);
        HttpTenant tenant = map.Rent(Principal.Anonymous, new DefaultHttpContext().Request, []);
        int opened = 0;
        Should
            .Throw<HttpFaultException>(() =>
            {
                while (opened < 100)
                {
                    sessions.Open(tenant);
                    opened++;
                }
            })
            .Fault.Status.ShouldBe(503);

        opened.ShouldBeInRange(2, 20);
        map.Bytes.ShouldBeLessThanOrEqualTo(limits.Bytes);
        sessions.EndAll();
        map.Return(tenant, forget: true);
        (map.Count, map.Bytes).ShouldBe((0, 0));
    }

    private static TenantFactory Factory() =>
        new(
            new ServerOptions(),
            ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance),
            static (_, _, _, _) => new FakeGateway(),
            new ServerIdentity("n", "t", "v", "i")
        );

    private static Task<UpstreamClickUp> StartAsync() => UpstreamClickUp.StartAsync(new() { [AnnasKey] = "anna" });

    private static Task<HttpServer> OverAsync(UpstreamClickUp upstream, Action<ServerOptions>? configure = null) =>
        HttpServer.StartAsync(options =>
        {
            options.ApiBaseUrl = upstream.Address;
            options.UpstreamPerMinute = 0;
            configure?.Invoke(options);
        });

    private static async Task<(string, string)[]> OpenAsync(HttpServer server) =>
        [Key, ("Mcp-Session-Id", await server.OpenSessionAsync(Key)), ("MCP-Protocol-Version", "2025-11-25")];

    private static string Call(string tool, string arguments) =>
        $$$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""";

    private static async Task CallAsync(HttpServer server, (string, string)[] session)
    {
        using HttpResponseMessage reply = await server.PostAsync(Call("get_list", List), session);
        (await HttpServer.TextAsync(reply)).ShouldNotContain("No list");
    }

    private static async Task ModernAsync(HttpServer server)
    {
        using HttpResponseMessage reply = await server.CallAsync("get_list", List, Key);
        (await HttpServer.TextAsync(reply)).ShouldNotContain("No list");
    }

    private static async Task<int> RequestsOfAsync(UpstreamClickUp upstream, Func<Task> act)
    {
        int before = upstream.Seen.Count;
        await act();
        return upstream.Seen.Count - before;
    }
}

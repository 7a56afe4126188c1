using System.Net;
using System.Runtime.CompilerServices;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>What the running server ends by itself, and what a tenant is made of.</summary>
[Trait("Requirement", "T-03")]
public sealed class SweepTests
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(10);

    [Fact]
    [Trait("Requirement", "T-02")]
    public async Task T_03_the_running_server_ends_idle_sessions_and_drops_idle_tenants()
    {
        ManualTimeProvider time = new();
        ServerOptions options = Options(null);
        options.Http.SessionIdleMinutes = 30;
        var map = (TenantMap)new CompositionRoot(time).CreateTenants(options);
        await using HttpServer server = await HttpServer.StartAsync(map, options, time);

        await server.OpenSessionAsync();
        using HttpResponseMessage modern = await server.CallAsync(
            "get_current_user",
            "{}",
            ("X-ClickUp-Key", "pk_1_X")
        );
        map.Count.ShouldBe(3);

        time.Advance(TimeSpan.FromMinutes(10) + Sweep);
        map.Count.ShouldBe(2, "the tenant of the request that stood alone is idle");
        time.Advance(TimeSpan.FromMinutes(20) + Sweep);
        map.Count.ShouldBe(0, "the session is idle");
    }

    [Fact]
    [Trait("Requirement", "T-02")]
    public void T_03_a_tenant_that_has_called_no_tool_is_dropped_after_a_moment()
    {
        ManualTimeProvider time = new();
        TenantLimits limits = new();
        TenantMap map = new(Factory([]), time, limits);
        map.Return(map.Rent(new Principal(1), Request("pk_1_A", null), []), forget: false);
        HttpTenant used = map.Rent(new Principal(2), Request("pk_2_B", null), []);

        time.Advance(limits.IdleWithoutCalls - TimeSpan.FromTicks(1));
        map.Sweep();
        map.Count.ShouldBe(2);
        time.Advance(TimeSpan.FromTicks(1));
        map.Sweep();
        map.Count.ShouldBe(1);
        map.Rent(new Principal(2), Request("pk_2_B", null), []).ShouldBeSameAs(used, "somebody works with it");
    }

    [Fact]
    [Trait("Requirement", "T-02")]
    public void T_02_a_list_of_tools_is_kept_as_long_as_a_tenant_shows_it()
    {
        List<WeakReference> lists = [];
        TenantFactory factory = Factory(lists);
        TenantMap map = new(factory, TimeProvider.System);
        ShowToTwo(map, lists);
        map.Count.ShouldBe(0);

        for (int i = 0; i < 10 && lists[0].IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        lists[0].IsAlive.ShouldBeFalse();
        factory.Lists.ShouldBe(1);
        factory.Sweep();
        factory.Lists.ShouldBe(0);
    }

    // In a frame of its own, so that nothing keeps what it held.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ShowToTwo(TenantMap map, List<WeakReference> lists)
    {
        HttpTenant[] tenants =
        [
            map.Rent(new Principal(1), Request("pk_1_A", null), []),
            map.Rent(new Principal(2), Request("pk_2_B", null), []),
        ];
        lists[1].Target.ShouldBeSameAs(lists[0].Target, "one for all of one policy");
        Array.ForEach(tenants, tenant => map.Return(tenant, forget: true));
    }

    private static TenantFactory Factory(List<WeakReference> lists) =>
        new(
            new ServerOptions(),
            ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance),
            (_, inventory, _, _) =>
            {
                lists.Add(new WeakReference(inventory));
                return new FakeGateway();
            },
            new ServerIdentity("n", "t", "v", "i")
        );

    [Fact]
    public async Task T_03_a_changed_tokens_file_ends_the_sessions_of_those_that_are_gone()
    {
        ManualTimeProvider time = new();
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        ServerOptions options = Options(tokens.Path);
        await using HttpServer server = await HttpServer.StartAsync(
            new CompositionRoot(time).CreateTenants(options),
            options,
            time
        );
        string annas = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        string bens = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Ben));

        Change(tokens, 1, ("ben", TokenFile.Ben));
        time.Advance(Sweep);
        // Who is given a token again does not find an old session open.
        Change(tokens, 2, ("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        time.Advance(Sweep);

        (await PingAsync(server, TokenFile.Anna, annas)).ShouldBe(HttpStatusCode.NotFound);
        (await PingAsync(server, TokenFile.Ben, bens)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task T_03_a_stream_that_comes_after_the_end_of_its_session_ends_at_once()
    {
        ManualTimeProvider time = new();
        var map = (TenantMap)new CompositionRoot(time).CreateTenants(Options(null));
        HttpTenant tenant = map.Rent(Principal.Anonymous, new DefaultHttpContext().Request, []);
        HttpSession session = new SessionStore(map, new SessionLimits(), time).Open(tenant);
        using HttpExchange before = new(new DefaultHttpContext(), time);
        session.Open(before);
        Task pump = before.PumpAsync(TestContext.Current.CancellationToken);
        pump.IsCompleted.ShouldBeFalse();

        session.End();
        await pump.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        using HttpExchange after = new(new DefaultHttpContext(), time);
        session.Open(after);
        await after
            .PumpAsync(TestContext.Current.CancellationToken)
            .WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    [Trait("Requirement", "T-02")]
    [Trait("Promise", "PA-04")]
    public void T_02_additional_tokens_make_another_tenant_and_are_erased_with_it()
    {
        var map = (TenantMap)new CompositionRoot(TimeProvider.System).CreateTenants(Options(null));
        HttpRequest one = Request("pk_1_A", "pk_2_SECRETB,pk_3_SECRETC");
        HttpTenant[] all =
        [
            map.Rent(Principal.Anonymous, one, []),
            map.Rent(Principal.Anonymous, Request("pk_1_A", "pk_2_SECRETB"), []),
            map.Rent(Principal.Anonymous, Request("pk_1_A", "pk_3_SECRETC,pk_2_SECRETB"), []),
            map.Rent(Principal.Anonymous, Request("pk_1_A", null), []),
        ];

        all.Distinct().Count().ShouldBe(all.Length);
        map.Rent(Principal.Anonymous, Request("pk_1_A", "pk_2_SECRETB,pk_3_SECRETC"), []).ShouldBeSameAs(all[0]);
        map.Return(all[0], forget: true);
        map.Return(all[0], forget: true);
        one.Headers["X-ClickUp-Key"].ToString().ShouldBe(new string('\0', 6));
        one.Headers["X-ClickUp-Additional-Keys"].ToString().ShouldBe(new string('\0', 25));
    }

    [Fact]
    [Trait("Promise", "PA-01")]
    public void PA_01_a_copy_for_a_session_is_erased_with_each_of_its_tokens()
    {
        RequestOverrides overrides = RequestOverrides.Read(Request("pk_1_A", "pk_2_B,pk_3_C").Headers, []);
        RequestOverrides copy = overrides.Copy();

        overrides.Erase();
        (copy.ApiKey!.Reveal(), copy.AdditionalApiKeys[1].Reveal()).ShouldBe(("pk_1_A", "pk_3_C"));
        overrides.AdditionalApiKeys.Select(static key => key.Reveal()).ShouldAllBe(key => key == new string('\0', 6));

        copy.Erase();
        copy.AdditionalApiKeys.Append(copy.ApiKey!).ShouldAllBe(key => key.Reveal() == new string('\0', 6));
    }

    private static HttpRequest Request(string key, string? additional)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        // Strings of their own, as a request's are: they will be overwritten.
        request.Headers["X-ClickUp-Key"] = new string(key.AsSpan());
        if (additional is not null)
        {
            request.Headers["X-ClickUp-Additional-Keys"] = new string(additional.AsSpan());
        }

        return request;
    }

    private static void Change(TokenFile file, int times, params (string, string)[] tokens)
    {
        file.Write(tokens);
        // The clock of the file system may not have moved on.
        File.SetLastWriteTimeUtc(file.Path, DateTime.UnixEpoch.AddDays(times));
    }

    private static async Task<HttpStatusCode> PingAsync(HttpServer server, string token, string session)
    {
        using HttpResponseMessage reply = await server.PostAsync(
            """{"jsonrpc":"2.0","id":2,"method":"ping"}""",
            TokenFile.Bearer(token),
            ("Mcp-Session-Id", session),
            ("MCP-Protocol-Version", "2025-11-25")
        );
        return reply.StatusCode;
    }

    private static ServerOptions Options(string? tokens)
    {
        ServerOptions options = new() { Sandbox = true, Audit = "none" };
        options.Http.Listen = new IPEndPoint(IPAddress.Loopback, 0);
        options.Http.TokensFile = tokens;
        options.Http.DrainSeconds = 0;
        return options;
    }
}

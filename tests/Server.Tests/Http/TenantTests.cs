using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>What a request chooses, and that it chooses for nobody else.</summary>
public sealed class TenantTests
{
    private const string AnnasKey = "pk_1_ANNA";
    private const string BensKey = "pk_2_BEN";
    private const string ServersKey = "pk_3_SERVER";

    private static readonly Dictionary<string, string> Owners = new()
    {
        [AnnasKey] = "anna",
        [BensKey] = "ben",
        [ServersKey] = "server",
    };

    [Fact]
    [Trait("Promise", "PA-06")]
    [Trait("Promise", "PA-02")]
    public async Task PA_06_the_clients_own_token_takes_precedence_over_the_servers()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(Owners);
        await using HttpServer server = await OverAsync(upstream, options => options.ApiKey = new Secret(ServersKey));

        (await TextAsync(server.CallAsync("get_current_user"))).ShouldContain("server@");
        (await TextAsync(server.CallAsync("get_current_user", headers: ("X-ClickUp-Key", AnnasKey)))).ShouldContain(
            "anna@"
        );

        // Directly: each request carried the token it was made for, and nothing else was asked.
        upstream.Seen.ShouldBe([("/api/v2/user", ServersKey), ("/api/v2/user", AnnasKey)]);
        new ServerOptions().ApiBaseUrl.ShouldBe("https://api.clickup.com");
    }

    public static TheoryData<string> Undocumented =>
        [
            "Cookie",
            "Destination",
            "Forwarded",
            "Proxy-Authorization",
            "Referer",
            "True-Client-IP",
            "Via",
            "X-API-Key",
            "X-Auth-Token",
            "X-Client-IP",
            "X-ClickUp-Api-Base-Url",
            "X-ClickUp-Api-Key",
            "X-ClickUp-Authorization",
            "X-ClickUp-Host",
            "X-ClickUp-Token",
            "X-ClickUp-Url",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Forwarded-For",
            "X-HTTP-Host-Override",
            "X-HTTP-Method-Override",
            "X-Host",
            "X-Original-Host",
            "X-Original-URL",
            "X-Proxy-Url",
            "X-Real-IP",
            "X-Rewrite-URL",
            "X-Upstream",
            // What the operator sets, as a header that nobody documented.
            .. Settings
                .All.Where(static setting => setting.Variable is not null && Reaches().Any(setting.Key.Contains))
                .SelectMany(static setting =>
                    new[] { setting.Variable!.Replace('_', '-'), $"X-{setting.Variable!.Replace('_', '-')}" }
                ),
        ];

    [Theory]
    [MemberData(nameof(Undocumented))]
    [Trait("Requirement", "S-03")]
    public async Task S_03_no_address_host_or_credential_is_taken_from_an_undocumented_header(string name)
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(Owners);
        await using UpstreamClickUp other = await UpstreamClickUp.StartAsync(Owners);
        await using HttpServer server = await OverAsync(upstream, options => options.ApiKey = new Secret(ServersKey));

        string host = new Uri(other.Address).Authority;
        foreach (
            string value in new[]
            {
                AnnasKey,
                $"Bearer {AnnasKey}",
                $"token={AnnasKey}",
                other.Address,
                host,
                $"for=10.0.0.1;host={host}",
            }
        )
        {
            string text = await TextAsync(server.CallAsync("get_current_user", headers: (name, value)));
            text.ShouldContain("server@");
            text.ShouldNotContain(host);
        }

        upstream.Seen.ShouldAllBe(static seen => seen.Path == "/api/v2/user" && seen.Token == ServersKey);
        other.Seen.ShouldBeEmpty();
    }

    private static string[] Reaches() =>
        ["Key", "key", "Url", "url", "Host", "host", "Token", "token", "Proxy", "File", "Endpoint"];

    [Fact]
    [Trait("Promise", "PA-03")]
    [Trait("Promise", "PA-04")]
    public async Task T_02_a_tenant_never_sees_anothers_cache()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(Owners);
        await using HttpServer server = await OverAsync(upstream);
        const string List = """{"list":"List of anna"}""";

        await TextAsync(server.CallAsync("get_list", List, ("X-ClickUp-Key", AnnasKey)));
        int loaded = upstream.Seen.Count;
        await TextAsync(server.CallAsync("get_list", List, ("X-ClickUp-Key", AnnasKey)));
        upstream.Seen.Count.ShouldBe(loaded + 1, "the names were cached");

        string ben = await TextAsync(server.CallAsync("get_list", List, ("X-ClickUp-Key", BensKey)));

        ben.ShouldContain("No list");
        upstream.Seen.Skip(loaded + 1).ShouldAllBe(request => request.Token == BensKey);
        upstream.Seen.Skip(loaded + 1).ShouldContain(request => request.Path == "/api/v2/team");
    }

    [Fact]
    public void T_02_only_the_same_principal_token_and_workspace_share_a_tenant()
    {
        TenantMap map = Map(TimeProvider.System);
        HttpTenant Rent(UInt128 principal, string key, string? workspace)
        {
            HttpRequest request = Request(key);
            if (workspace is not null)
            {
                request.Headers["X-ClickUp-Team-Id"] = workspace;
            }

            HttpTenant tenant = map.Rent(new Principal(principal), request, []);
            map.Return(tenant, forget: false);
            return tenant;
        }

        HttpTenant[] apart =
        [
            Rent(1, AnnasKey, null),
            Rent(2, AnnasKey, null),
            Rent(1, BensKey, null),
            Rent(1, AnnasKey, "9001"),
            Rent(1, AnnasKey, "9002"),
        ];

        apart.Distinct().Count().ShouldBe(apart.Length);
        Rent(1, AnnasKey, null).ShouldBeSameAs(apart[0]);
        Rent(1, AnnasKey, "9002").ShouldBeSameAs(apart[^1]);
    }

    [Fact]
    public void T_02_tenants_are_bounded_and_dropped_when_idle()
    {
        var time = new ManualTimeProvider();
        TenantMap map = Map(time, new TenantLimits { Count = 3 });
        for (int i = 0; i < 50; i++)
        {
            map.Return(map.Rent(Principal.Anonymous, Request($"pk_{i}_KEY"), []), forget: false);
            map.Count.ShouldBeLessThanOrEqualTo(3);
        }

        HttpTenant used = map.Rent(Principal.Anonymous, Request("pk_1_USED"), []);
        time.Advance(TimeSpan.FromMinutes(11));
        map.Sweep();
        map.Count.ShouldBe(1);
        map.Return(used, forget: false);

        HttpTenant[] all =
        [
            .. Enumerable.Range(0, 3).Select(i => map.Rent(Principal.Anonymous, Request($"pk_{i}_X"), [])),
        ];
        Should
            .Throw<HttpFaultException>(() => map.Rent(Principal.Anonymous, Request("pk_9_X"), []))
            .Fault.Status.ShouldBe(503);
        all.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    [Trait("Requirement", "T-02")]
    public void T_02_when_room_is_needed_a_principal_makes_it_among_its_own()
    {
        var time = new ManualTimeProvider();
        TenantMap map = Map(time, new TenantLimits { Count = 4 });
        Principal anna = new(1);
        Principal ben = new(2);
        HttpTenant bens = RentAndReturn(map, ben, "pk_2_BEN");
        for (int i = 0; i < 50; i++)
        {
            RentAndReturn(map, anna, $"pk_1_{i}");
        }

        map.Rent(ben, Request("pk_2_BEN"), []).ShouldBeSameAs(bens, "another's tenants took none of his room");
    }

    [Fact]
    [Trait("Requirement", "T-02")]
    public void T_02_tenants_are_counted_in_bytes_by_principal_and_in_all()
    {
        var time = new ManualTimeProvider();
        TenantLimits limits = new() { BytesPerPrincipal = 40 * 1024, Bytes = 100 * 1024 };
        TenantMap map = Map(time, limits);
        for (UInt128 principal = 1; principal <= 20; principal++)
        {
            for (int i = 0; i < 50; i++)
            {
                RentAndReturn(map, new Principal(principal), $"pk_{principal}_{i}");
                map.Bytes.ShouldBeLessThanOrEqualTo(limits.Bytes);
            }

            (map.Bytes / (long)UInt128.Min(principal, 3)).ShouldBeLessThanOrEqualTo(limits.BytesPerPrincipal);
        }

        map.Bytes.ShouldBeGreaterThan(limits.Bytes / 2);
        time.Advance(limits.Idle);
        map.Sweep();
        (map.Count, map.Bytes).ShouldBe((0, 0));
    }

    [Fact]
    [Trait("Requirement", "T-02")]
    public async Task T_02_ten_thousand_pairs_of_filters_take_no_more_than_one_principal_may_have()
    {
        ServerOptions options = new() { Sandbox = true };
        var map = (TenantMap)new CompositionRoot(TimeProvider.System).CreateTenants(options);
        int count = EmittedCatalog.Instance.Count;
        for (int i = 0; i < 2_000; i++)
        {
            HttpRequest request = Request("pk_1_ANNA");
            request.Headers["X-Disabled-Tools"] =
                $"{EmittedCatalog.Instance.Name(i % count)},{EmittedCatalog.Instance.Name(i / count)}";
            HttpTenant tenant = map.Rent(Principal.Anonymous, request, []);
            await tenant.Inventory.Tools.Value.CallAsync(
                new McpRequest("none", default),
                TestContext.Current.CancellationToken
            );
            tenant.Inventory.Tools.Value.ToolList.Length.ShouldBeGreaterThan(1000);
            map.Return(tenant, forget: false);
        }

        TenantLimits limits = new();
        map.Bytes.ShouldBeInRange(limits.BytesPerPrincipal / 2, limits.BytesPerPrincipal);
        map.Count.ShouldBeLessThan(300);
    }

    private static HttpTenant RentAndReturn(TenantMap map, Principal principal, string key)
    {
        HttpTenant tenant = map.Rent(principal, Request(key), []);
        map.Return(tenant, forget: false);
        return tenant;
    }

    [Fact]
    [Trait("Promise", "PA-01")]
    public void PA_01_the_token_goes_when_the_session_ends()
    {
        TenantMap map = Map(TimeProvider.System);
        WeakReference secret = Use(map);

        map.Count.ShouldBe(0);
        for (int i = 0; i < 10 && secret.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        secret.IsAlive.ShouldBeFalse();
    }

    [Fact]
    [Trait("Promise", "PA-01")]
    public void PA_01_the_token_is_overwritten_where_it_stands()
    {
        TenantMap map = Map(TimeProvider.System);
        HttpRequest first = Request("pk_1_SECRET");
        HttpRequest second = Request("pk_1_SECRET");

        HttpTenant tenant = map.Rent(Principal.Anonymous, first, []);
        map.Rent(Principal.Anonymous, second, []).ShouldBeSameAs(tenant);
        KeyOf(second).ShouldBe(new string('\0', 11), "the tenant has its token already");
        map.Return(tenant, forget: true);
        KeyOf(first).ShouldBe("pk_1_SECRET", "somebody still works with it");
        map.Return(tenant, forget: false);
        KeyOf(first).ShouldBe(new string('\0', 11));

        static string KeyOf(HttpRequest request) => request.Headers["X-ClickUp-Key"].ToString();
    }

    [Fact]
    public async Task PA_14_PA_15_PA_16_filters_by_header_hide_and_refuse()
    {
        await using HttpServer server = await HttpServer.StartAsync();

        (string, string) enabled = ("X-Enabled-Tools", "get_task, get_list");
        (await NamesAsync(server, enabled)).ShouldBe(["get_list", "get_task"], ignoreOrder: true);
        (await TextAsync(server.CallAsync("delete_task", """{"task":"27075wz"}""", enabled))).ShouldContain(
            "not among"
        );

        (string, string) disabled = ("X-Disabled-Tools", "get_task");
        (await NamesAsync(server, disabled)).ShouldNotContain("get_task");
        (await TextAsync(server.CallAsync("get_task", """{"task":"27075wz"}""", disabled))).ShouldContain("disabled");
        (await TextAsync(server.CallAsync("get_task", """{"task":"27075wz"}"""))).ShouldNotContain("disabled");
    }

    [Theory]
    [InlineData("X-Enabled-Tools", "delete_task,get_task")]
    [InlineData("X-Enabled-Categories", "tasks")]
    [InlineData("X-Persona", "all")]
    [InlineData("X-Read-Only", "false")]
    [InlineData(":path", "/mcp/all")]
    [Trait("Requirement", "P-06")]
    public async Task A_request_cannot_widen_what_the_operator_allows(string header, string value)
    {
        await using HttpServer server = await HttpServer.StartAsync(options => options.ReadOnly = true);
        (await NamesAsync(server, (header, value))).ShouldNotContain("delete_task");
        string reply = await TextAsync(server.CallAsync("delete_task", """{"task":"27075wz"}""", (header, value)));
        reply.ShouldContain("this server only reads");
    }

    [Theory]
    [InlineData("list:Inbox", true)]
    [InlineData("space:Operations,space:Engineering", true)]
    [InlineData("workspace:Acme", true)]
    [InlineData("space:Engineering", false)]
    [InlineData("list:Purchasing", false)]
    [Trait("Requirement", "P-06")]
    public async Task A_request_narrows_the_places_that_may_be_written_to_and_widens_none(string places, bool isInside)
    {
        await using HttpServer server = await HttpServer.StartAsync(static options =>
            options.WritePlaces = [WritePlace.ParseList("list:Inbox")]
        );
        (string, string) header = ("X-Write-Places", places);
        string inbox = await TextAsync(server.CallAsync("create_task", """{"list":"Inbox","name":"a"}""", header));
        inbox.Contains("may be written to", StringComparison.Ordinal).ShouldBe(!isInside, inbox);
        string api = await TextAsync(server.CallAsync("create_task", """{"list":"API","name":"a"}""", header));
        api.ShouldContain("may be written to");
    }

    [Fact]
    [Trait("Requirement", "P-06")]
    public async Task A_policy_is_about_the_names_of_those_who_come_in_and_changes_while_it_runs()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            path,
            """{"rules":[{"who":"ben","tools":"delete_task","then":"refuse"}]}""",
            TestContext.Current.CancellationToken
        );
        await using HttpServer server = await HttpServer.StartAsync(options =>
        {
            options.Http.TokensFile = tokens.Path;
            options.Policy = new PolicyFile(path);
        });
        (string, string) anna = TokenFile.Bearer(TokenFile.Anna);
        (string, string) ben = TokenFile.Bearer(TokenFile.Ben);
        (string, string) all = (":path", "/mcp/all");
        (await NamesAsync(server, anna, all)).ShouldContain("delete_task");
        (await NamesAsync(server, ben, all)).ShouldNotContain("delete_task");

        await File.WriteAllTextAsync(
            path,
            """{"rules":[{"who":"anna","tools":"delete_task","then":"refuse"}]}""",
            TestContext.Current.CancellationToken
        );
        server.Host.Reload();
        (await NamesAsync(server, anna, all)).ShouldNotContain("delete_task");
        (await NamesAsync(server, ben, all)).ShouldContain("delete_task");

        await File.WriteAllTextAsync(path, "{", TestContext.Current.CancellationToken);
        server.Host.Reload();
        (await NamesAsync(server, anna, all)).ShouldNotContain("delete_task");
        using HttpResponseMessage ready = await server.SendAsync(HttpMethod.Get, null, [(":path", "/readyz")]);
        string said = await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        said.ShouldContain("the policy file is broken, and the earlier one holds");
        File.Delete(path);
    }

    [Fact]
    public async Task Path_and_headers_narrow_together()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        string[] auditor = await NamesAsync(server, (":path", "/mcp/auditor"));
        auditor.ShouldNotBeEmpty();
        auditor.ShouldNotContain("delete_task");
        string[] both = await NamesAsync(
            server,
            (":path", "/mcp/9012000001/auditor"),
            ("X-Enabled-Categories", "tasks")
        );
        both.ShouldNotContain("delete_task");
        (await NamesAsync(server, (":path", "/mcp/auditor/"))).ShouldBe(auditor);
    }

    [Theory]
    [InlineData("X-Persona", "auditr", 400, "auditor")]
    [InlineData("X-Enabled-Tools", "get_tsk", 400, "get_task")]
    [InlineData("X-Disabled-Categories", "taskz", 400, "tasks")]
    [InlineData("X-Read-Only", "maybe", 400, "true or false")]
    [InlineData("X-Write-Places", "Engineering", 400, "space:Engineering")]
    [InlineData("X-Write-Places", "", 400, "leave it out for everywhere")]
    [InlineData("X-ClickUp-Team-Id", "abc", 400, "digits")]
    [InlineData("X-ClickUp-Key", "has space", 400, "printable ASCII")]
    [InlineData("X-ClickUp-Additional-Keys", "pk_1_A,pk_2_B", 400, "needs X-ClickUp-Key")]
    [InlineData(":path", "/mcp/auditr", 400, "auditor")]
    [InlineData(":path", "/mcp/auditor/9012000001", 404, "/mcp/{workspace id}")]
    public async Task What_cannot_be_is_refused_with_what_can(string header, string value, int status, string hint)
    {
        await using HttpServer server = await HttpServer.StartAsync();
        using HttpResponseMessage reply = await server.ModernAsync("tools/list", headers: (header, value));
        ((int)reply.StatusCode).ShouldBe(status);
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain(hint);
        text.ShouldNotContain("has space");
    }

    /// <summary>Every header that narrows or chooses, as the table of <c>docs/http.md</c> names it.</summary>
    public static TheoryData<string, string> Blanks
    {
        get
        {
            var blanks = new TheoryData<string, string>();
            IEnumerable<string> documented = ClickUpMcp
                .Driver.Repository.Read("docs", "http.md")
                .Split('\n')
                .Where(static line => line.StartsWith("| `X-", StringComparison.Ordinal))
                .SelectMany(static line =>
                    line.Split('|')[1].Split('`').Where(part => part.StartsWith("X-", StringComparison.Ordinal))
                )
                .Select(static name => name.Split(':')[0]);
            foreach (string header in documented)
            {
                foreach (string blank in (string[])["", " ", ",", " , ,"])
                {
                    blanks.Add(header, blank);
                }
            }

            return blanks;
        }
    }

    [Theory]
    [MemberData(nameof(Blanks))]
    [Trait("Requirement", "P-06")]
    public async Task A_blank_header_is_no_wish_for_everything(string header, string value)
    {
        await using HttpServer server = await HttpServer.StartAsync();
        string reply = await server.RawAsync(
            $"""
            POST /mcp HTTP/1.1
            Host: localhost
            Connection: close
            Content-Type: application/json
            Accept: application/json
            {header}: {value}
            {(header == "X-ClickUp-Additional-Keys" ? "X-ClickUp-Key: pk_1_A" : "X-Other: x")}
            Content-Length: {HttpServer.Handshake.Length}

            {HttpServer.Handshake}
            """.ReplaceLineEndings("\r\n")
        );
        reply.ShouldStartWith("HTTP/1.1 400 ");
    }

    [Fact]
    public async Task Thousands_of_unknown_names_are_refused_with_the_first_few()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        string many = string.Join(',', Enumerable.Range(0, 900).Select(static i => $"get_tusk{i}"));
        using HttpResponseMessage some = await server.ModernAsync("tools/list", headers: ("X-Disabled-Tools", many));
        some.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string text = await some.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("get_tusk19");
        text.ShouldNotContain("get_tusk20\\");
        text.ShouldContain("and 880 more");

        using HttpResponseMessage all = await server.ModernAsync(
            "tools/list",
            headers: ("X-Disabled-Tools", string.Join(',', Enumerable.Repeat("x", 9_000)))
        );
        all.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await all.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("at most 1000");
    }

    /// <summary>While one tenant is being made, others are found and made: nobody waits for what a request asks for.</summary>
    [Fact]
    [Trait("Requirement", "T-02")]
    public async Task A_tenant_that_takes_long_to_make_holds_nobody_up()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource go = new();
        TenantMap map = new(
            new TenantFactory(
                new ServerOptions(),
                ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance),
                (own, _, _, _) =>
                {
                    if (own.ApiKey!.Reveal() == "pk_1_SLOW")
                    {
                        begun.SetResult();
                        go.Task.Wait(TestContext.Current.CancellationToken);
                    }

                    return new Holding(own.ApiKey!);
                },
                new ServerIdentity("n", "t", "v", "i")
            ),
            TimeProvider.System
        );
        Task<HttpTenant> slow = Task.Run(() => map.Rent(Principal.Anonymous, Request("pk_1_SLOW"), []));
        await begun.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        Task<HttpTenant> other = Task.Run(() => map.Rent(Principal.Anonymous, Request("pk_2_OTHER"), []));
        await other.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        go.SetResult();
        HttpTenant made = await slow.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        map.Rent(Principal.Anonymous, Request("pk_1_SLOW"), []).ShouldBeSameAs(made);
    }

    [Fact]
    public async Task The_servers_token_stays_in_its_workspace()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(Owners);
        await using HttpServer server = await OverAsync(
            upstream,
            options =>
            {
                options.ApiKey = new Secret(ServersKey);
                options.WorkspaceId = "9001";
            }
        );
        (string, string) other = ("X-ClickUp-Team-Id", "9002");
        using HttpResponseMessage refused = await server.CallAsync("get_current_user", headers: other);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage byPath = await server.CallAsync("get_current_user", headers: (":path", "/mcp/9002"));
        byPath.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage own = await server.CallAsync(
            "get_current_user",
            headers: [other, ("X-ClickUp-Key", AnnasKey)]
        );
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        upstream.Seen.ShouldAllBe(request => request.Token == AnnasKey);
    }

    [Fact]
    [Trait("Promise", "PB-06")]
    public async Task Call_limits_answer_429_to_their_principal_alone()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        await using HttpServer server = await HttpServer.StartAsync(options =>
        {
            options.CallsPerMinute = 2;
            options.Http.TokensFile = tokens.Path;
        });
        (string, string) anna = TokenFile.Bearer(TokenFile.Anna);
        (await server.CallAsync("get_current_user", headers: anna)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // Another workspace or token of the same principal counts together with the first.
        (
            await server.CallAsync("get_current_user", headers: [anna, ("X-ClickUp-Team-Id", "9012000001")])
        ).StatusCode.ShouldBe(HttpStatusCode.OK);

        using HttpResponseMessage refused = await server.CallAsync(
            "get_current_user",
            headers: [anna, ("X-ClickUp-Key", "pk_1_X")]
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        JsonElement result = (await HttpServer.JsonAsync(refused)).GetProperty("result");
        result.GetProperty("isError").GetBoolean().ShouldBeTrue();

        (await server.CallAsync("get_current_user", headers: TokenFile.Bearer(TokenFile.Ben))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
    }

    private static Task<HttpServer> OverAsync(UpstreamClickUp upstream, Action<ServerOptions>? configure = null) =>
        HttpServer.StartAsync(options =>
        {
            options.ApiBaseUrl = upstream.Address;
            options.UpstreamPerMinute = 0;
            configure?.Invoke(options);
        });

    private static async Task<string> TextAsync(Task<HttpResponseMessage> sending)
    {
        using HttpResponseMessage reply = await sending;
        return await HttpServer.TextAsync(reply);
    }

    private static async Task<string[]> NamesAsync(HttpServer server, params (string, string)[] headers)
    {
        using HttpResponseMessage reply = await server.ModernAsync("tools/list", headers: headers);
        JsonElement tools = (await HttpServer.JsonAsync(reply)).GetProperty("result").GetProperty("tools");
        return [.. tools.EnumerateArray().Select(tool => tool.GetProperty("name").GetString()!)];
    }

    private static TenantMap Map(TimeProvider time, TenantLimits? limits = null) =>
        new(
            new TenantFactory(
                new ServerOptions(),
                ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance),
                (own, _, _, _) => new Holding(own.ApiKey!),
                new ServerIdentity("n", "t", "v", "i")
            ),
            time,
            limits ?? new TenantLimits()
        );

    private static HttpRequest Request(string key)
    {
        var context = new DefaultHttpContext();
        // A string of its own, as a request's is: it will be overwritten.
        context.Request.Headers["X-ClickUp-Key"] = new string(key.AsSpan());
        return context.Request;
    }

    /// <summary>A session from its start to its end, in a frame of its own so that nothing keeps what it held.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(TenantMap map)
    {
        var sessions = new SessionStore(map, new SessionLimits(), TimeProvider.System);
        HttpTenant tenant = map.Rent(Principal.Anonymous, Request("pk_1_SECRET"), []);
        HttpSession session = sessions.Open(tenant);
        map.Return(tenant, forget: false);
        map.Count.ShouldBe(2, "the session has a tenant of its own beside the shared one");
        Secret own = ((Holding)session.Tenant.Inventory.Tools.Value).Key;
        own.Reveal().ShouldBe("pk_1_SECRET");
        sessions.Leave(session);
        sessions.End(session);
        own.Reveal().ShouldBe(new string('\0', 11));
        return new WeakReference(((Holding)tenant.Inventory.Tools.Value).Key);
    }

    /// <summary>Tools that hold the token, as the real ones do.</summary>
    private sealed class Holding(Secret key) : IToolGateway
    {
        private readonly FakeGateway _tools = new();

        public Secret Key => key;

        public ReadOnlyMemory<byte> ToolList => _tools.ToolList;

        public ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken) =>
            _tools.CallAsync(request, cancellationToken);
    }
}

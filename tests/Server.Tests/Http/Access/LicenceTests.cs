using System.Net;
using System.Text;
using ClickUpMcp.Authorization.Licences;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Storage;
using ClickUpMcp.Storage.Memory;

namespace ClickUpMcp.Tests.Http;

/// <summary>Licence keys: what lets in, what they allow, and that a change counts for the next request.</summary>
public sealed class LicenceTests
{
    private const string Search = """{"query":"task"}""";

    private static readonly LicenceLimits Reader = new();

    [Theory]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("X-License-Key", "")]
    [Trait("Promise", "PB-02")]
    public async Task A_01_a_licence_key_lets_in_as_bearer_or_in_its_header(string header, string before)
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader);
        (await server.StatusAsync((header, before + issued.Key))).ShouldBe(HttpStatusCode.OK);
        (await server.StatusAsync((header, before + issued.Key[..^1] + "!"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await server.StatusAsync((header, before + issued.Licence.Id))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Promise", "PB-02")]
    public async Task A_01_two_credentials_are_none()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader);
        (await server.StatusAsync(("X-License-Key", issued.Key), ("Authorization", $"Bearer {issued.Key}"))).ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await server.StatusAsync((":path", $"/mcp?license_key={issued.Key}"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(LicenceState.Suspended)]
    [InlineData(LicenceState.Revoked)]
    [Trait("Promise", "PB-04")]
    public async Task A_08_a_suspended_or_revoked_key_lets_nobody_in_from_the_next_request_on(LicenceState state)
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader);
        (string, string) key = TokenFile.Bearer(issued.Key);
        string session = await server.Http.OpenSessionAsync(key);
        await server.ChangeAsync(issued, licence => licence with { State = state });
        (await server.StatusAsync(key)).ShouldBe(HttpStatusCode.Unauthorized);
        using HttpResponseMessage within = await server.Http.PostAsync(
            """{"jsonrpc":"2.0","id":2,"method":"ping"}""",
            ("Mcp-Session-Id", session),
            key
        );
        within.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await server.ChangeAsync(issued, licence => licence with { State = LicenceState.Active });
        (await server.StatusAsync(key)).ShouldBe(
            state == LicenceState.Suspended ? HttpStatusCode.OK : HttpStatusCode.Unauthorized,
            "only what was suspended comes back"
        );
    }

    [Fact]
    [Trait("Promise", "PB-04")]
    public async Task A_key_ends_when_it_was_said_to()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader, TimeSpan.FromDays(2));
        server.Time.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        (await server.StatusAsync(TokenFile.Bearer(issued.Key))).ShouldBe(HttpStatusCode.OK);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        (await server.StatusAsync(TokenFile.Bearer(issued.Key))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Promise", "PB-06")]
    public async Task PB_06_calls_a_day_are_counted_in_the_store_and_refused_with_the_time_until_tomorrow()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader with { CallsPerDay = 2 });
        (string, string) key = TokenFile.Bearer(issued.Key);
        (await server.CallAsync(key)).ShouldBe((200, null));
        (await server.CallAsync(key)).ShouldBe((200, null));
        (int status, TimeSpan? wait) = await server.CallAsync(key);
        status.ShouldBe(429);
        DateTime now = server.Time.GetUtcNow().UtcDateTime;
        wait.ShouldBe(now.Date.AddDays(1) - now);

        // Another process over the same store goes on counting where this one has come to.
        await using Licensed other = await Licensed.StartAsync(server.Store, server.Time);
        (await other.CallAsync(key)).Status.ShouldBe(429);
        (
            await server.Usage.ReadAsync(
                StoredDailyQuota.KeyOf(LicenceKeys.PrincipalOf(issued.Licence.Id)),
                0,
                TestContext.Current.CancellationToken
            )
        ).ShouldBe(2);
        server.Time.Advance(wait!.Value);
        (await other.CallAsync(key)).Status.ShouldBe(200);
    }

    [Fact]
    [Trait("Promise", "PB-06")]
    public async Task A_new_limit_counts_for_the_next_call()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader with { CallsPerDay = 1 });
        (string, string) key = TokenFile.Bearer(issued.Key);
        (await server.CallAsync(key)).Status.ShouldBe(200);
        (await server.CallAsync(key)).Status.ShouldBe(429);
        await server.ChangeAsync(issued, licence => licence with { Limits = licence.Limits with { CallsPerDay = 2 } });
        (await server.CallAsync(key)).Status.ShouldBe(200);
        (await server.CallAsync(key)).Status.ShouldBe(429);
    }

    [Fact]
    [Trait("Requirement", "A-06")]
    public async Task A_key_allows_its_scopes_and_tools_and_no_other()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader with { Tools = ["find_tools", "delete_task"] });
        (string, string) key = TokenFile.Bearer(issued.Key);
        (await server.CallAsync(key)).Status.ShouldBe(200);
        using HttpResponseMessage scope = await server.Http.CallAsync("delete_task", """{"task":"86a"}""", key);
        scope.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage tool = await server.Http.CallAsync("list_spaces", "{}", key);
        (await HttpServer.TextAsync(tool)).ShouldContain("not among those that were chosen");
    }

    [Fact]
    [Trait("Requirement", "A-09")]
    public async Task A_key_is_kept_in_its_workspaces()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader with { Workspaces = ["9012000009"] });
        (string, string) key = TokenFile.Bearer(issued.Key);
        using HttpResponseMessage foreign = await server.Http.CallAsync(
            "list_spaces",
            "{}",
            [(":path", "/mcp/9012000001"), key]
        );
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage argument = await server.Http.CallAsync(
            "list_spaces",
            """{"workspace":"9012000001"}""",
            key
        );
        (await HttpServer.TextAsync(argument)).ShouldContain("No workspace is named");
    }

    [Fact]
    [Trait("Promise", "PB-04")]
    public async Task A_key_is_good_on_as_many_devices_as_it_says()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader with { Devices = 2 });
        (string, string) key = TokenFile.Bearer(issued.Key);
        (await server.StatusAsync(key)).ShouldBe(HttpStatusCode.Forbidden, "a device must name itself");
        (await server.StatusAsync(key, ("X-Device-Id", "short"))).ShouldBe(HttpStatusCode.Forbidden);
        (await server.StatusAsync(key, ("X-Device-Id", "laptop-of-anna"))).ShouldBe(HttpStatusCode.OK);
        (await server.StatusAsync(key, ("X-Device-Id", "phone-of-anna"))).ShouldBe(HttpStatusCode.OK);
        (await server.StatusAsync(key, ("X-Device-Id", "laptop-of-anna"))).ShouldBe(HttpStatusCode.OK);
        (await server.StatusAsync(key, ("X-Device-Id", "laptop-of-ben"))).ShouldBe(HttpStatusCode.Forbidden);
        server.Time.Advance(TimeSpan.FromDays(20));
        (await server.StatusAsync(key, ("X-Device-Id", "laptop-of-anna"))).ShouldBe(HttpStatusCode.OK);
        server.Time.Advance(TimeSpan.FromDays(11));
        (await server.StatusAsync(key, ("X-Device-Id", "laptop-of-ben"))).ShouldBe(
            HttpStatusCode.OK,
            "the phone is gone"
        );
        (await server.StatusAsync(key, ("X-Device-Id", "phone-of-anna"))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Trait("Promise", "PB-04")]
    public async Task Devices_that_come_at_once_do_not_pass_the_limit()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader with { Devices = 3 });
        HttpStatusCode[] statuses = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i => server.StatusAsync(TokenFile.Bearer(issued.Key), ("X-Device-Id", $"device-number-{i}")))
        );
        statuses.Count(status => status == HttpStatusCode.OK).ShouldBe(3);
        statuses.Count(status => status == HttpStatusCode.Forbidden).ShouldBe(9);
    }

    [Fact]
    [Trait("Promise", "PB-04")]
    public async Task A_bound_key_is_good_where_it_was_used_first_until_the_operator_frees_it()
    {
        (string, string) own = ("User-Agent", "own-client/1.0");
        (string, string) other = ("User-Agent", "curl/8.0");
        (string, string) device = ("X-Device-Id", "laptop-of-anna");
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader, life: null, "client", "device");
        (string, string) key = TokenFile.Bearer(issued.Key);
        (await server.StatusAsync(key, own)).ShouldBe(HttpStatusCode.Unauthorized, "it names no device");
        (await server.StatusAsync(key, own, device)).ShouldBe(HttpStatusCode.OK);
        (await server.StatusAsync(key, other, device)).ShouldBe(HttpStatusCode.Unauthorized);
        (await server.StatusAsync(key, own, ("X-Device-Id", "laptop-of-ben"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await server.StatusAsync(key, own, device)).ShouldBe(HttpStatusCode.OK);
        Licence kept = (await server.FindAsync(issued))!;
        string.Join(' ', kept.Binding!.Known).ShouldNotContain("laptop");

        await server.ChangeAsync(
            issued,
            static licence => licence with { Binding = SenderBinding.Create(licence.Binding!.To) }
        );
        (await server.StatusAsync(key, other, device)).ShouldBe(HttpStatusCode.OK);
        (await server.StatusAsync(key, own, device)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Promise", "PB-04")]
    public async Task A_dump_of_the_store_has_no_key_and_no_device()
    {
        await using Licensed server = await Licensed.StartAsync();
        IssuedLicence issued = await server.IssueAsync(Reader with { Devices = 1 });
        await server.StatusAsync(TokenFile.Bearer(issued.Key), ("X-Device-Id", "laptop-of-anna"));
        StoredRecord record = (
            await server.Store.ListAsync(new RecordQuery(LicenceRecords.Licence), TestContext.Current.CancellationToken)
        ).Single();
        string dump = $"{record.Key} {record.Alias} {Encoding.Latin1.GetString(record.Value.Span)}";
        dump.ShouldNotContain("customer 7");
        dump.ShouldNotContain(issued.Key);
        dump.ShouldNotContain("laptop-of-anna");
        issued.Key.Length.ShouldBe(47, "256 bits in Base64 behind the prefix");
    }

    [Fact]
    public async Task A_store_that_does_not_answer_keeps_everybody_out_without_calling_them_unknown()
    {
        await using Licensed server = await Licensed.StartAsync(new BrokenStore());
        string key = LicenceStore.KeyPrefix + new string('a', 43);
        using HttpResponseMessage reply = await server.Http.CallAsync("find_tools", Search, TokenFile.Bearer(key));
        reply.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        reply.Headers.RetryAfter.ShouldNotBeNull();
    }

    private sealed class Licensed(HttpServer server, IRecordStore store, ManualTimeProvider time) : IAsyncDisposable
    {
        private static readonly RecordSealer Sealer = new(MasterKeys.OfProcess());

        private readonly LicenceStore _licences = new(store, Sealer, time);

        public HttpServer Http => server;

        public IRecordStore Store => store;

        public ManualTimeProvider Time => time;

        public DailyUsage Usage { get; } = new(store, time);

        public static async Task<Licensed> StartAsync(IRecordStore? store = null, ManualTimeProvider? time = null)
        {
            time ??= new ManualTimeProvider();
            store ??= new CheckedRecordStore(new MemoryRecordStore(time), time);
            return new Licensed(
                await HttpServer.StartAsync(time: time, access: new AccessServices().With(store, Sealer, time)),
                store,
                time
            );
        }

        public async Task<IssuedLicence> IssueAsync(
            LicenceLimits limits,
            TimeSpan? life = null,
            params string[] boundTo
        ) =>
            await _licences.IssueAsync(
                "customer 7",
                life ?? TimeSpan.FromDays(365),
                limits,
                SenderBinding.Create(boundTo),
                TestContext.Current.CancellationToken
            );

        public ValueTask<Licence?> FindAsync(IssuedLicence issued) =>
            _licences.FindAsync(issued.Licence.Id, TestContext.Current.CancellationToken);

        public async Task ChangeAsync(IssuedLicence issued, Func<Licence, Licence> change) =>
            (
                await _licences.ChangeAsync(issued.Licence.Id, change, TestContext.Current.CancellationToken)
            ).ShouldNotBeNull();

        public async Task<HttpStatusCode> StatusAsync(params (string, string)[] headers)
        {
            using HttpResponseMessage reply = await server.ModernAsync("tools/list", headers: headers);
            return reply.StatusCode;
        }

        public async Task<(int Status, TimeSpan? Wait)> CallAsync((string, string) key)
        {
            using HttpResponseMessage reply = await server.CallAsync("find_tools", Search, key);
            return ((int)reply.StatusCode, reply.Headers.RetryAfter?.Delta);
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Cli;
using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Storage;
using ClickUpMcp.Storage.Memory;
using ClickUpMcp.Tests.Cli;
using ClickUpMcp.Tests.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClickUpMcp.Tests.Observability;

/// <summary>The audit in a store: in order, chained, bounded, and lost only where that is said.</summary>
[Trait("Requirement", "L-01")]
public sealed class AuditStoreTests(StoreServers servers) : IDisposable
{
    private string? _address;
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-store-").FullName;
    private readonly TokenFile _tokens = new(("anna", TokenFile.Anna));
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Secret _masterKey = new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Address => _address ?? $"sqlite:{Path.Combine(_folder, "store.db")}";

    private Dictionary<string, string> Variables =>
        new()
        {
            ["CLICKUP_MCP_AUDIT"] = "store",
            ["CLICKUP_MCP_STORE"] = Address,
            ["CLICKUP_MCP_MASTER_KEY"] = _masterKey.Reveal(),
        };

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task L_01_what_two_servers_write_into_one_store_verifies_and_is_found(string kind)
    {
        _address = await AddressAsync(kind);
        await using (ServerOfStore first = await StartAsync())
        {
            await first.CallAsync("get_current_user");
            await using ServerOfStore second = await StartAsync();
            await second.CallAsync("get_workspace");
            await first.CallAsync("get_workspace");
            await second.CallAsync("get_current_user");
        }

        CliRun verified = await AuditAsync("verify");
        verified.ExitCode.ShouldBe(ExitCode.Ok, verified.Output + verified.Error);
        verified.Output.ShouldStartWith("4 lines of 2 runs: each follows on.");
        string last = verified.Output.Split("Last: ")[1].Split(' ')[0];
        (await AuditAsync("verify", "--expect", last)).ExitCode.ShouldBe(ExitCode.Ok);

        JsonElement[] lines = await QueryAsync("--tool", "get_workspace");
        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(static line => line.GetProperty("tool").GetString() == "get_workspace");
        (await QueryAsync("--outcome", "refused")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("moved")]
    public async Task L_01_whoever_can_write_to_the_store_changes_no_line_unseen(string deed)
    {
        await using (ServerOfStore server = await StartAsync())
        {
            for (int i = 0; i < 3; i++)
            {
                await server.CallAsync("get_current_user");
                await server.Server.Host.FlushAuditAsync();
            }
        }

        await using (IRecordStore store = await StoreFactory.OpenAsync(Address, TimeProvider.System, Stop))
        {
            IReadOnlyList<StoredRecord> records = await store.ListAsync(new RecordQuery(AuditRecords.Lines), Stop);
            records.Count.ShouldBe(3);
            string text = Encoding.UTF8.GetString(records[1].Value.Span);
            switch (deed)
            {
                case "changed":
                    byte[] other = Encoding.UTF8.GetBytes(text.Replace("\"ok\"", "\"no\"", StringComparison.Ordinal));
                    await store.TryReplaceAsync(records[1] with { Value = other }, Stop);
                    break;
                case "removed":
                    await store.TryRemoveAsync(records[1].Kind, records[1].Key, null, Stop);
                    break;
                default:
                    await store.TryReplaceAsync(records[1] with { Value = records[2].Value }, Stop);
                    await store.TryReplaceAsync(records[2] with { Value = records[1].Value }, Stop);
                    break;
            }
        }

        CliRun run = await AuditAsync("verify");
        run.ExitCode.ShouldBe(ExitCode.Failed);
        run.Output.ShouldStartWith("store:2: ");
    }

    [Fact]
    public async Task L_01_the_key_is_sealed_in_the_store_and_one_for_all_servers()
    {
        await using (ServerOfStore server = await StartAsync())
        {
            await server.CallAsync("get_current_user");
        }

        Dictionary<string, string> foreign = new(Variables)
        {
            ["CLICKUP_MCP_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        };
        CliRun run = await CliRun.RunAsync(foreign, "audit", "verify");
        run.ExitCode.ShouldBe(ExitCode.Failed);
        run.Output.ShouldBeEmpty();
        // Who only reads lines needs no key.
        foreign.Remove("CLICKUP_MCP_MASTER_KEY");
        (await CliRun.RunAsync(foreign, "audit", "query")).Output.ShouldContain("get_current_user");
    }

    [Fact]
    public async Task L_01_without_a_store_that_outlives_the_server_it_does_not_start()
    {
        CliRun http = await CliRun.RunAsync(
            new Dictionary<string, string>(),
            "http",
            "--check",
            "--sandbox",
            "--audit",
            "store"
        );
        http.ShouldBeOneLine(ExitCode.Usage);
        http.Error.ShouldContain("--store");
        (await CliRun.RunAsync("stdio", "--sandbox", "--audit", "store")).ShouldBeOneLine(ExitCode.Usage);
        (await CliRun.RunAsync("audit", "verify", "--audit", "store")).ShouldBeOneLine(ExitCode.Usage);
        (await AuditAsync("query")).ShouldBeOneLine(ExitCode.Failed);

        CliRun days = await CliRun.RunAsync(Variables, "http", "--check", "--sandbox", "--audit-days", "0");
        days.ShouldBeOneLine(ExitCode.Usage);
        days.Error.ShouldContain("1 to 800");
    }

    [Fact]
    public async Task L_01_a_store_that_is_down_costs_lines_that_are_told_when_it_is_back()
    {
        HeldStore store = new(new MemoryRecordStore(_time));
        AuditStore stored = await OpenAsync(store);
        using AuditLog audit = Create(stored, isRequired: true);
        audit.Write(Call("a"));
        await audit.FlushAsync();

        store.IsDown = true;
        (await audit.IsReadyAsync()).ShouldBeTrue("that it is down shows with the first line");
        audit.Write(Call("b"));
        await audit.FlushAsync();
        (await audit.IsReadyAsync()).ShouldBeFalse();
        audit.IsRefusing.ShouldBeTrue();
        audit.Lost.ShouldBe(1);

        store.IsDown = false;
        (await audit.IsReadyAsync()).ShouldBeTrue();
        audit.Write(Call("c"));
        await audit.FlushAsync();

        string[] lines = await LinesAsync(stored);
        lines.Length.ShouldBe(3);
        lines[1].ShouldContain("\"outcome\":\"lines_lost\",\"count\":1");
        ShouldFollowOn(stored, lines);
    }

    [Fact]
    public async Task L_01_lines_that_wait_for_a_slow_store_go_there_together_and_calls_are_refused_meanwhile()
    {
        HeldStore store = new(new MemoryRecordStore(_time));
        AuditStore stored = await OpenAsync(store);
        using AuditLog audit = Create(stored, isRequired: true);
        store.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        audit.Write(Call("first"));
        await store.Waits.Task.WaitAsync(HttpServer.Patience, Stop);
        for (int i = 0; i < 50; i++)
        {
            audit.Write(Call($"waiting_{i}"));
        }

        audit.IsRefusing.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        audit.IsRefusing.ShouldBeTrue("the store has taken longer than a second");
        store.Gate.SetResult();
        store.Gate = null;
        await audit.FlushAsync();

        audit.Lost.ShouldBe(0);
        (await store.ListAsync(new RecordQuery(AuditRecords.Lines), Stop)).Count.ShouldBe(2);
        string[] lines = await LinesAsync(stored);
        lines.Length.ShouldBe(51);
        ShouldFollowOn(stored, lines);
    }

    [Fact]
    public async Task L_01_a_store_that_does_not_respond_costs_lines_after_a_while()
    {
        HeldStore store = new(new MemoryRecordStore(_time));
        AuditStore stored = await OpenAsync(store);
        using AuditLog audit = Create(stored);
        store.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        audit.Write(Call("a"));
        await store.Waits.Task.WaitAsync(HttpServer.Patience, Stop);

        _time.Advance(StoreLines.Patience);
        await Wait.UntilAsync(() => audit.Lost == 1, "the line to be lost");

        store.Gate = null;
        audit.Write(Call("b"));
        await audit.FlushAsync();
        string[] lines = await LinesAsync(stored);
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("lines_lost");
        ShouldFollowOn(stored, lines);
    }

    [Fact]
    public async Task L_01_what_is_too_old_or_too_much_goes_and_the_rest_follows_on()
    {
        MemoryRecordStore store = new(_time);
        AuditStore stored = await OpenAsync(store, options => options.AuditDays = 2);
        using AuditLog audit = Create(stored);
        audit.Write(Call("old"));
        await audit.FlushAsync();
        _time.Advance(TimeSpan.FromDays(1));
        audit.Write(Call("new"));
        await audit.FlushAsync();
        _time.Advance(TimeSpan.FromDays(1));

        string[] left = await LinesAsync(stored);
        left.Single().ShouldContain("\"new\"");
        ShouldFollowOn(stored, left);

        string client = new('c', 200);
        AuditStore small = await OpenAsync(store, static options => options.AuditMaxMib = 1);
        using AuditLog bounded = Create(small);
        for (int i = 0; i < 4000; i++)
        {
            bounded.Write(Call($"{i}", client));
            if (i % 100 == 0)
            {
                await bounded.FlushAsync();
            }
        }

        await bounded.FlushAsync();
        await small.Log.WhenTrimmedAsync();
        bounded.Lost.ShouldBe(0);
        string[] kept = await LinesAsync(small);
        kept.Sum(static line => line.Length + 1).ShouldBeInRange(800 * 1024, 1024 * 1024 + 64 * 1024);
        kept[^1].ShouldContain("\"3999\"");
        ShouldFollowOn(small, kept);
    }

    public void Dispose()
    {
        _tokens.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string?> AddressAsync(string kind)
    {
        if (kind == "redis")
        {
            RedisServer redis = await servers.RedisAsync();
            return redis.Url(redis.NextDatabase());
        }

        if (kind == "postgres")
        {
            PostgresServer postgres = await servers.PostgresAsync();
            return postgres.Url(await postgres.CreateDatabaseAsync(Stop));
        }

        return null;
    }

    private async Task<AuditStore> OpenAsync(IRecordStore store, Action<ServerOptions>? configure = null)
    {
        ServerOptions options = new() { Audit = AuditLog.Store };
        options.Http.Store.Address = new Secret(Address);
        configure?.Invoke(options);
        RecordSealer sealer = new(MasterKeys.Parse(_masterKey.Reveal()));
        return (await AuditStore.OpenAsync(options, store, sealer, _time))!;
    }

    private AuditLog Create(AuditStore stored, bool isRequired = false) =>
        AuditLog.Create(
            new ServerOptions { Audit = AuditLog.Store, AuditRequired = isRequired },
            AuditLog.Error,
            NullLogger.Instance,
            _time,
            store: stored
        )!;

    private static CallRecord Call(string tool, string? client = null) =>
        new()
        {
            Principal = 7,
            Tool = tool,
            Client = new(client, null),
            End = CallEnd.Ok,
        };

    private static async Task<string[]> LinesAsync(AuditStore stored)
    {
        StringBuilder text = new();
        await foreach (ReadOnlyMemory<byte> lines in stored.Log.ReadAsync(Stop))
        {
            text.Append(Encoding.UTF8.GetString(lines.Span));
        }

        return text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void ShouldFollowOn(AuditStore stored, string[] lines)
    {
        ChainCheck check = new(new Hosting.AuditChain(new Lazy<byte[]>(stored.Key)));
        foreach (string line in lines)
        {
            check.Read(line).ShouldBeNull(line);
        }
    }

    private Task<CliRun> AuditAsync(params string[] words) => CliRun.RunAsync(Variables, ["audit", .. words]);

    private async Task<JsonElement[]> QueryAsync(params string[] flags)
    {
        CliRun run = await AuditAsync(["query", .. flags]);
        run.ExitCode.ShouldBe(ExitCode.Ok, run.Error);
        return
        [
            .. run
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => JsonElement.Parse(line)),
        ];
    }

    private async Task<ServerOfStore> StartAsync()
    {
        CompositionRoot composition = new(TimeProvider.System);
        ServerOptions options = new() { Sandbox = true, Audit = AuditLog.Store };
        options.Http.Listen = new(System.Net.IPAddress.Loopback, 0);
        options.Http.TokensFile = _tokens.Path;
        options.Http.Store.Address = new Secret(Address);
        options.Http.Store.MasterKeys = MasterKeys.Parse(_masterKey.Reveal());
        AccessServices access = await composition.CreateAccessAsync(options);
        HttpServer server = await HttpServer.StartAsync(
            composition.CreateTenants(options, access),
            options,
            TimeProvider.System,
            access
        );
        return new ServerOfStore(server, access);
    }

    private sealed class ServerOfStore(HttpServer server, AccessServices access) : IAsyncDisposable
    {
        public HttpServer Server => server;

        public async Task CallAsync(string tool)
        {
            using HttpResponseMessage reply = await server.CallAsync(tool, "{}", TokenFile.Bearer(TokenFile.Anna));
            reply.EnsureSuccessStatusCode();
            await server.Host.FlushAuditAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await access.DisposeAsync();
        }
    }
}

using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Storage.Postgres;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests.Postgres;

/// <summary>How the store on PostgreSQL starts, fails, and finds its server again.</summary>
public sealed class PostgresServerTests(StoreServers servers)
{
    private static readonly RecordKind Kind = new("kind", "Tests.", TimeSpan.FromDays(1));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_that_start_at_once_make_the_tables_once()
    {
        PostgresServer server = await servers.PostgresAsync();
        string database = await server.CreateDatabaseAsync(Stop);

        PostgresRecordStore[] nodes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => OpenAsync(server.Url(database)))
        );

        foreach (PostgresRecordStore node in nodes)
        {
            await node.CheckAsync(Stop);
            await node.DisposeAsync();
        }

        (await server.SqlAsync(database, "select version from clickup_mcp_schema", Stop)).Trim().ShouldBe("1");
    }

    [Fact]
    public async Task Tables_of_a_later_version_are_left_alone()
    {
        PostgresServer server = await servers.PostgresAsync();
        string database = await server.CreateDatabaseAsync(Stop);
        await (await OpenAsync(server.Url(database))).DisposeAsync();
        await server.SqlAsync(database, "insert into clickup_mcp_schema (version) values (99)", Stop);

        StoreException error = await Should.ThrowAsync<StoreException>(() => OpenAsync(server.Url(database)));

        error.Message.ShouldContain("version 99");
        error.Message.ShouldContain("as new as");
    }

    [Fact]
    public async Task Serves_again_when_its_server_was_started_again()
    {
        await using PostgresServer server = await StartAsync();
        await using PostgresRecordStore store = await OpenAsync(server.Url("postgres"));
        StoredRecord record = new(Kind, "a", "kept"u8.ToArray(), DateTimeOffset.MaxValue);
        // Several connections, all of which break.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => InsertAsync(record with { Key = $"{i}" })));

        await server.StopAsync();
        StoreException down = await Should.ThrowAsync<StoreException>(async () =>
            await store.FindAsync(Kind, "0", Stop)
        );
        await server.StartAgainAsync(Stop);

        (await store.FindAsync(Kind, "0", Stop))!.Value.ToArray().ShouldBe("kept"u8.ToArray());
        (await store.TryInsertAsync(record with { Key = "new" }, Stop)).ShouldBeTrue();
        ShouldTellNothing(down);

        async Task InsertAsync(StoredRecord each) => (await store.TryInsertAsync(each, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_connection_that_was_cut_while_idle_is_made_anew_before_a_write()
    {
        PostgresServer server = await servers.PostgresAsync();
        string database = await server.CreateDatabaseAsync(Stop);
        ManualTimeProvider clock = new();
        await using PostgresRecordStore store = await PostgresRecordStore.OpenAsync(server.Url(database), clock, Stop);
        StoredRecord record = new(Kind, "a", default, DateTimeOffset.MaxValue);
        foreach (string key in (string[])["a", "b"])
        {
            await store.CheckAsync(Stop);
            await server.SqlAsync(
                "postgres",
                $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'",
                Stop
            );
            clock.Advance(TimeSpan.FromSeconds(1));

            (await store.TryInsertAsync(record with { Key = key }, Stop)).ShouldBeTrue();
        }
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task No_failure_tells_the_password_or_the_address()
    {
        PostgresServer server = await servers.PostgresAsync();
        string url = server.Url("postgres");
        string[] urls =
        [
            url.Replace("postgres:canary", "postgres:wrong-canary", StringComparison.Ordinal),
            url.Replace("/postgres", "/no_such_database", StringComparison.Ordinal),
            url + "?sslmode=require",
            url + "?sslmode=canary",
            url + "?canary=1",
            url.Replace("127.0.0.1", "host.invalid", StringComparison.Ordinal),
            $"postgres://canary:canary@127.0.0.1:{FreePort.Next()}/canary",
            "postgres:///canary",
            "canary",
            "mysql://canary:canary@canary/canary",
        ];
        foreach (string wrong in urls)
        {
            ShouldTellNothing(await Should.ThrowAsync<StoreException>(() => OpenAsync(wrong), wrong));
        }
    }

    [Theory]
    [InlineData("postgres://u:p%40ss@db.example.com/records", "db.example.com", 5432, "VerifyFull")]
    [InlineData("postgresql://u@db.example.com:6000/records?sslmode=require", "db.example.com", 6000, "Require")]
    [InlineData("postgres://u@[::1]/records", "::1", 5432, "Prefer")]
    [InlineData("postgres://u@localhost/records", "localhost", 5432, "Prefer")]
    [InlineData("postgres://u@localhost/records?host=/run/postgresql", "/run/postgresql", 5432, "Prefer")]
    [InlineData("postgres://u@db/records?sslmode=disable", "db", 5432, "Disable")]
    public void Another_machine_must_show_a_certificate_unless_the_url_asks_for_less(
        string url,
        string host,
        int port,
        string mode
    )
    {
        Npgsql.NpgsqlConnectionStringBuilder address = PostgresAddress.Parse(url);

        (address.Host, address.Port, $"{address.SslMode}").ShouldBe((host, port, mode));
        (address.Username, address.Database).ShouldBe(("u", "records"));
        address.MaxPoolSize.ShouldBe(20);
        address.CommandTimeout.ShouldBe(5);
    }

    private static void ShouldTellNothing(StoreException error)
    {
        string all = error.ToString().Split("   at ")[0];
        all.ShouldNotContain("canary");
        all.ShouldNotContain("127.0.0.1");
        all.ShouldNotContain("host.invalid");
        error.Message.ShouldContain(". ");
    }

    private static Task<PostgresRecordStore> OpenAsync(string url) =>
        PostgresRecordStore.OpenAsync(url, TimeProvider.System, Stop);

    /// <summary>A server that only this test stops.</summary>
    private async Task<PostgresServer> StartAsync()
    {
        await servers.PostgresAsync();
        return await PostgresServer.StartAsync(Stop);
    }
}

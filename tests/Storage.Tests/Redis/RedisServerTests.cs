using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Storage.Redis;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests.Redis;

/// <summary>Which Redis servers the store takes, and how it fails and finds its server again.</summary>
public sealed class RedisServerTests(StoreServers servers)
{
    private static readonly RecordKind Kind = new("kind", "Tests.", TimeSpan.FromDays(1));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_again_with_all_it_had_when_its_server_was_started_again()
    {
        await using RedisServer server = await StartAsync();
        await using RedisRecordStore store = await OpenAsync(server.Url(0));
        store.Warning.ShouldBeNull();
        StoredRecord record = new(Kind, "a", "kept"u8.ToArray(), DateTimeOffset.MaxValue);
        await store.TryInsertAsync(record, Stop);

        await server.StopAsync();
        StoreException down = await Should.ThrowAsync<StoreException>(async () =>
            await store.FindAsync(Kind, "a", Stop)
        );
        await server.StartAgainAsync(Stop);

        (await store.FindAsync(Kind, "a", Stop))!.Value.ToArray().ShouldBe("kept"u8.ToArray());
        (await store.TryInsertAsync(record with { Key = "new" }, Stop)).ShouldBeTrue();
        ShouldTellNothing(down);
    }

    [Fact]
    public async Task A_server_that_would_drop_records_or_is_a_cluster_is_refused()
    {
        await using RedisServer dropping = await StartAsync(
            "--maxmemory",
            "100mb",
            "--maxmemory-policy",
            "allkeys-lru"
        );
        await using RedisServer cluster = await StartAsync("--cluster-enabled", "yes");

        (await Should.ThrowAsync<StoreException>(() => OpenAsync(dropping.Url(0)))).Message.ShouldContain("noeviction");
        (await Should.ThrowAsync<StoreException>(() => OpenAsync(cluster.Url(0)))).Message.ShouldContain("cluster");
    }

    [Fact]
    public async Task A_server_without_an_append_only_file_is_warned_of()
    {
        await using RedisServer server = await StartAsync("--appendonly", "no");
        await using RedisRecordStore store = await OpenAsync(server.Url(0));

        store.Warning!.ShouldContain("appendonly yes");
    }

    [Fact]
    public async Task A_server_without_memory_loses_nothing_and_says_what_to_do()
    {
        await using RedisServer server = await StartAsync("--maxmemory", "1");
        await using RedisRecordStore store = await OpenAsync(server.Url(0));
        StoredRecord record = new(Kind, "a", default, DateTimeOffset.MaxValue);

        StoreException full = await Should.ThrowAsync<StoreException>(async () =>
            await store.TryInsertAsync(record, Stop)
        );

        full.Message.ShouldContain("maxmemory");
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task No_failure_tells_the_password_or_the_address()
    {
        RedisServer server = await servers.RedisAsync();
        string url = server.Url(0);
        string[] urls =
        [
            url.Replace("canary", "wrong-canary", StringComparison.Ordinal),
            url.Replace("redis:", "rediss:", StringComparison.Ordinal),
            url + "/canary",
            url + "?canary=1",
            url.Replace("127.0.0.1", "host.invalid", StringComparison.Ordinal),
            $"redis://canary:canary@127.0.0.1:{FreePort.Next()}",
            "redis:canary",
            "canary",
        ];
        foreach (string wrong in urls)
        {
            ShouldTellNothing(await Should.ThrowAsync<StoreException>(() => OpenAsync(wrong), wrong));
        }
    }

    private static void ShouldTellNothing(StoreException error)
    {
        string all = error.ToString().Split("   at ")[0];
        all.ShouldNotContain("canary");
        all.ShouldNotContain("127.0.0.1");
        all.ShouldNotContain("host.invalid");
        error.Message.ShouldContain(". ");
    }

    private static Task<RedisRecordStore> OpenAsync(string url) =>
        RedisRecordStore.OpenAsync(url, TimeProvider.System, Stop);

    /// <summary>A server that only this test uses.</summary>
    private async Task<RedisServer> StartAsync(params string[] settings)
    {
        await servers.RedisAsync();
        return await RedisServer.StartAsync(settings, Stop);
    }
}

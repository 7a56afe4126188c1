using System.Text;
using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests;

/// <summary>What a dump of a server tells to who has it and nothing else.</summary>
[Trait("Promise", "PB-07")]
public sealed class ServerDumpTests(StoreServers servers)
{
    private const int Records = 200;
    private static readonly RecordKind Kind = new("token", "Tests.", TimeSpan.FromDays(1));

    private readonly RecordSealer _sealer = new(MasterKeys.OfProcess());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dump_of_PostgreSQL_has_no_sealed_value_and_nothing_of_an_erased_person()
    {
        PostgresServer server = await servers.PostgresAsync();
        string database = await server.CreateDatabaseAsync(Stop);
        await using IRecordStore store = await OpenAsync(server.Url(database));

        // Values are written in hexadecimal digits.
        await CheckAsync(
            store,
            async text =>
            {
                string dump = await server.DumpAsync(database, Stop);
                return dump.Contains(text, StringComparison.Ordinal)
                    || dump.Contains(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(text)), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_dump_of_Redis_has_no_sealed_value_and_nothing_of_an_erased_person()
    {
        await servers.RedisAsync();
        await using RedisServer server = await RedisServer.StartAsync([], Stop);
        await using IRecordStore store = await OpenAsync(server.Url(0));

        await CheckAsync(
            store,
            async text => (await server.DumpAsync(Stop)).AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0
        );
    }

    private async Task CheckAsync(IRecordStore store, Func<string, Task<bool>> isInDump)
    {
        for (int i = 0; i < Records; i++)
        {
            string key = $"key-{i}";
            byte[] value = _sealer.Seal(Kind, key, Encoding.ASCII.GetBytes($"secret-canary-{i}"));
            await InsertAsync(store, key, value, OwnerId.Of($"{i % 10}"));
            await store.CountAsync(Kind, key, 1, null, InAnHour, OwnerId.Of($"{i % 10}"), Stop);
        }

        await InsertAsync(store, "in-clear", Encoding.ASCII.GetBytes("clear-canary"), OwnerId.Of("1"));
        (await store.EraseAsync(OwnerId.Of("0"), Stop)).ShouldBe(Records / 10 * 2);

        (await isInDump("secret-canary")).ShouldBeFalse();
        (await isInDump(OwnerId.Of("0"))).ShouldBeFalse();
        (await isInDump("clear-canary")).ShouldBeTrue("the search finds what is there");
        (await isInDump(OwnerId.Of("1"))).ShouldBeTrue("the search finds what is there");
    }

    private static DateTimeOffset InAnHour => TimeProvider.System.GetUtcNow().AddHours(1);

    private static ValueTask<IRecordStore> OpenAsync(string address) =>
        StoreFactory.OpenAsync(address, TimeProvider.System, Stop);

    private static async Task InsertAsync(IRecordStore store, string key, byte[] value, string owner) =>
        (
            await store.TryInsertAsync(
                new StoredRecord(Kind, key, value, InAnHour) { Owner = owner, Alias = $"alias of {key}" },
                Stop
            )
        ).ShouldBeTrue();
}

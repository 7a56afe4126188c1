using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests.Crash;

/// <summary>A node that is killed at any point loses nothing that a server has answered, and leaves nothing half written there.</summary>
[Trait("Requirement", "kill -9")]
public sealed class ServerCrashTests(StoreServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_writes_to_PostgreSQL_survive_kills_at_random_points()
    {
        PostgresServer server = await servers.PostgresAsync();
        await KillAsync(server.Url(await server.CreateDatabaseAsync(Stop)));
    }

    [Fact]
    public async Task A_thousand_writes_to_Redis_survive_kills_at_random_points()
    {
        RedisServer server = await servers.RedisAsync();
        await KillAsync(server.Url(server.NextDatabase()));
    }

    private static async Task KillAsync(string address)
    {
        int seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage("Seed {0}", seed);
        KilledWriter killed = new(address, new Random(seed));

        await killed.RunAsync(Stop);

        killed.Kills.ShouldBeGreaterThan(5, $"seed {seed}");
    }
}

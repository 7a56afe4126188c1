using Microsoft.Data.Sqlite;

namespace ClickUpMcp.Storage.Tests.Crash;

/// <summary>A process that is killed at any point loses nothing that was answered, and leaves nothing half written.</summary>
public sealed class SqliteCrashTests
{
    [Fact]
    [Trait("Requirement", "kill -9")]
    public async Task A_thousand_writes_survive_kills_at_random_points()
    {
        int seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage("Seed {0}", seed);
        using TestFolder folder = new();
        string path = folder.File("store.db");
        KilledWriter killed = new($"sqlite:{path}", new Random(seed));

        await killed.RunAsync(TestContext.Current.CancellationToken);

        killed.Kills.ShouldBeGreaterThan(5, $"seed {seed}");
        Integrity(path).ShouldBe("ok", $"seed {seed}");
    }

    private static string? Integrity(string path)
    {
        SqliteConnectionStringBuilder settings = new() { DataSource = path, Pooling = false };
        using SqliteConnection connection = new(settings.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return command.ExecuteScalar() as string;
    }
}

using System.Text;
using ClickUpMcp.Tests;

namespace EndToEnd.Tests.Nodes;

/// <summary>An empty store of a kind, and all that somebody has who takes its files or a dump of it.</summary>
internal sealed class StoreDump(string address, Func<Task<string>> read)
{
    public string Address => address;

    /// <param name="servers">The database servers of the run.</param>
    /// <param name="kind">sqlite, postgres or redis.</param>
    /// <param name="folder">Where the files of SQLite go.</param>
    public static async Task<StoreDump> CreateAsync(StoreServers servers, string kind, string folder)
    {
        var stop = TestContext.Current.CancellationToken;
        switch (kind)
        {
            case "sqlite":
                return new StoreDump(
                    $"sqlite:{Path.Combine(folder, "store.db")}",
                    () => Task.FromResult(string.Concat(Directory.GetFiles(folder, "store.db*").Select(ReadShared)))
                );
            case "redis":
                var redis = await servers.RedisAsync();
                return new StoreDump(
                    redis.Url(redis.NextDatabase()),
                    async () => Encoding.Latin1.GetString(await redis.DumpAsync(stop))
                );
            default:
                var postgres = await servers.PostgresAsync();
                var database = await postgres.CreateDatabaseAsync(stop);
                // Values are written in hexadecimal digits.
                return new StoreDump(
                    postgres.Url(database),
                    async () => Clear(await postgres.DumpAsync(database, stop))
                );
        }
    }

    /// <summary>All of it as text.</summary>
    public Task<string> ReadAsync() => read();

    private static string ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream bytes = new();
        file.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    private static string Clear(string dump)
    {
        StringBuilder text = new(dump);
        foreach (var cell in dump.Split('\t', '\n').Where(cell => cell.StartsWith(@"\\x", StringComparison.Ordinal)))
        {
            text.Append('\n').Append(Encoding.Latin1.GetString(Convert.FromHexString(cell.AsSpan(3))));
        }

        return text.ToString();
    }
}

using System.Globalization;
using StackExchange.Redis;

namespace ClickUpMcp.Storage.Redis;

/// <summary>Looks at how a Redis server is set up: what would lose records unseen is refused, what is only weak is said.</summary>
internal static class RedisSetup
{
    /// <summary>What the operator should know; null where there is nothing.</summary>
    /// <exception cref="StoreException">The server must not be used as it is set up.</exception>
    public static async Task<string?> CheckAsync(IDatabaseAsync database)
    {
        Dictionary<string, string> facts = [];
        foreach (string section in (string[])["server", "memory", "persistence"])
        {
            string text = (string?)await database.ExecuteAsync("INFO", section) ?? "";
            foreach (
                string line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                string[] pair = line.Split(':', 2);
                facts[pair[0]] = pair[^1];
            }
        }

        if (facts.GetValueOrDefault("redis_mode") == "cluster")
        {
            throw new StoreException(
                "Redis runs as a cluster, which the store does not support. Use a single server, or PostgreSQL."
            );
        }

        string policy = facts.GetValueOrDefault("maxmemory_policy", "noeviction");
        bool isBounded =
            long.TryParse(facts.GetValueOrDefault("maxmemory"), CultureInfo.InvariantCulture, out long bytes)
            && bytes > 0;
        if (isBounded && policy.StartsWith("allkeys", StringComparison.Ordinal))
        {
            throw new StoreException(
                $"Redis would drop records when its memory is full (maxmemory-policy {policy}). Set it to noeviction."
            );
        }

        return facts.GetValueOrDefault("aof_enabled") == "1"
            ? null
            : "Redis keeps no append-only file, so what was written since its last snapshot is lost when it ends. "
                + "Set appendonly yes.";
    }
}

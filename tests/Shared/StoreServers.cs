using ClickUpMcp.Driver.Stores;

[assembly: AssemblyFixture(typeof(ClickUpMcp.Tests.StoreServers))]

namespace ClickUpMcp.Tests;

/// <summary>The database servers of a test run: each is started when the first test asks for it, and stopped at the end.</summary>
public sealed class StoreServers : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _postgres = new(() =>
        StartAsync(PostgresServer.ProvideAsync, PostgresServer.StartAsync)
    );

    private readonly Lazy<Task<RedisServer>> _redis = new(() =>
        StartAsync(RedisServer.ProvideAsync, stop => RedisServer.StartAsync([], stop))
    );

    /// <summary>Skips the test where PostgreSQL can be neither found nor installed.</summary>
    public Task<PostgresServer> PostgresAsync() => _postgres.Value;

    /// <summary>Skips the test where Redis can be neither found nor installed.</summary>
    public Task<RedisServer> RedisAsync() => _redis.Value;

    public async ValueTask DisposeAsync()
    {
        if (_postgres is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _postgres.Value).DisposeAsync();
        }

        if (_redis is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _redis.Value).DisposeAsync();
        }
    }

    private static async Task<T> StartAsync<T>(
        Func<CancellationToken, Task<string?>> provide,
        Func<CancellationToken, Task<T>> start
    )
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The servers are those of Debian.");
        string? missing = await provide(CancellationToken.None);
        Assert.SkipWhen(missing is not null, missing ?? "");
        return await start(CancellationToken.None);
    }
}

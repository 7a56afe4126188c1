using ClickUpMcp.Storage.Memory;
using ClickUpMcp.Storage.Postgres;
using ClickUpMcp.Storage.Redis;
using ClickUpMcp.Storage.Sqlite;

namespace ClickUpMcp.Storage;

/// <summary>Opens the store that an address names, with <see cref="CheckedRecordStore"/> in front of it.</summary>
public static class StoreFactory
{
    /// <summary>The address of the store that ends with the process.</summary>
    public const string Memory = "memory";

    private const string Sqlite = "sqlite:";

    /// <summary>Checks an address without opening anything.</summary>
    /// <exception cref="FormatException">Says what was expected; never repeats what it got.</exception>
    public static string Check(string address) =>
        IsMemory(address) || PathOf(address) is { Length: > 0 } || IsShared(address)
            ? address
            : throw new FormatException(Expected);

    /// <summary>Whether what the store keeps outlives the process.</summary>
    public static bool IsDurable(string address) => !IsMemory(address);

    /// <summary>Whether several nodes can use the store at once.</summary>
    public static bool IsShared(string address) =>
        StoreUrl.HasScheme(address, PostgresAddress.Schemes) || StoreUrl.HasScheme(address, RedisAddress.Schemes);

    /// <summary>Opens the store.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static async ValueTask<IRecordStore> OpenAsync(
        string address,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        IRecordStore store =
            IsMemory(address) ? new MemoryRecordStore(time)
            : PathOf(address) is { Length: > 0 } path ? new SqliteRecordStore(path, time)
            : StoreUrl.HasScheme(address, PostgresAddress.Schemes)
                ? await PostgresRecordStore.OpenAsync(address, time, cancellationToken)
            : StoreUrl.HasScheme(address, RedisAddress.Schemes)
                ? await RedisRecordStore.OpenAsync(address, time, cancellationToken)
            : throw new StoreException($"The store cannot be used: its address must be {Expected}.");
        return new CheckedRecordStore(store, time);
    }

    private static string Expected => "memory, sqlite:PATH, postgres://HOST/DATABASE, or redis://HOST";

    private static bool IsMemory(string address) => address == Memory;

    private static string? PathOf(string address) =>
        address.StartsWith(Sqlite, StringComparison.Ordinal) ? address[Sqlite.Length..] : null;
}

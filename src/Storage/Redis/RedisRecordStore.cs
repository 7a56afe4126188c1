using System.Globalization;
using StackExchange.Redis;

namespace ClickUpMcp.Storage.Redis;

/// <summary>Keeps everything in Redis, for one node or several.</summary>
/// <remarks>
/// Each call is one script, which Redis runs alone. What is expired is judged by the clock of the node that asks. How
/// much survives the end of the server is the server's setting: see docs/storage.md.
/// </remarks>
public sealed class RedisRecordStore : IRecordStore
{
    private const int SweptAtOnce = 500;

    private static readonly RedisKey[] Prefix = ["clickup-mcp:"];

    private readonly ConnectionMultiplexer _connection;
    private readonly IDatabase _database;
    private readonly TimeProvider _time;

    private RedisRecordStore(ConnectionMultiplexer connection, string? warning, TimeProvider time)
    {
        _connection = connection;
        _database = connection.GetDatabase();
        _time = time;
        Warning = warning;
    }

    public string Name => "redis";

    public bool IsShared => true;

    public string? Warning { get; }

    /// <summary>Connects, and refuses a server that would lose records by its settings.</summary>
    /// <param name="url">See <see cref="RedisAddress"/>.</param>
    /// <param name="time">What decides whether something is expired.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreException">It cannot be used; the message does not repeat the URL.</exception>
    public static async Task<RedisRecordStore> OpenAsync(
        string url,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        ConfigurationOptions options = RedisAddress.Parse(url);
        ConnectionMultiplexer? connection = null;
        try
        {
            connection = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(cancellationToken);
            string? warning = await RedisSetup.CheckAsync(connection.GetDatabase()).WaitAsync(cancellationToken);
            RedisRecordStore store = new(connection, warning, time);
            connection = null;
            return store;
        }
        catch (Exception e) when (RedisFailures.IsFailure(e))
        {
            throw RedisFailures.Explain(e);
        }
        finally
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }
    }

    public async ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        await ReadRecordsAsync(RedisScripts.Find, kind, [key], cancellationToken) is [var found] ? found : null;

    public async ValueTask<StoredRecord?> FindByAliasAsync(
        RecordKind kind,
        string alias,
        CancellationToken cancellationToken
    ) =>
        await ReadRecordsAsync(RedisScripts.FindByAlias, kind, [alias], cancellationToken) is [var found]
            ? found
            : null;

    public async ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken) =>
        (bool)await RunAsync(RedisScripts.Insert, FieldsOf(record), cancellationToken);

    public async ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken) =>
        (bool)await RunAsync(RedisScripts.Replace, [.. FieldsOf(record), record.Version], cancellationToken);

    public async ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    ) => (bool)await RunAsync(RedisScripts.Remove, [kind.Name, key, NumberOrNothing(version)], cancellationToken);

    public async ValueTask<IReadOnlyList<StoredRecord>> ListAsync(
        RecordQuery query,
        CancellationToken cancellationToken
    ) =>
        await ReadRecordsAsync(
            RedisScripts.List,
            query.Kind,
            [query.Owner ?? "", query.Group ?? "", query.After ?? "", query.Count],
            cancellationToken
        );

    public async ValueTask<CountResult> CountAsync(
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner,
        CancellationToken cancellationToken
    )
    {
        RedisResult result = await RunAsync(
            RedisScripts.Count,
            [kind.Name, key, amount, NumberOrNothing(limit), expires.ToUnixTimeMilliseconds(), owner ?? ""],
            cancellationToken
        );
        return new CountResult((bool)result[0], (long)result[1]);
    }

    public async ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken) =>
        (int)await RunAsync(RedisScripts.Erase, [owner], cancellationToken);

    public async ValueTask<int> SweepAsync(CancellationToken cancellationToken)
    {
        int swept = 0;
        int now;
        do
        {
            now = (int)await RunAsync(RedisScripts.Sweep, [SweptAtOnce], cancellationToken);
            swept += now;
        } while (now == SweptAtOnce);

        return swept;
    }

    public async ValueTask CheckAsync(CancellationToken cancellationToken) =>
        await AskAsync(database => database.PingAsync(), isRead: true, cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static RedisValue[] FieldsOf(StoredRecord record) =>
        [
            record.Kind.Name,
            record.Key,
            record.Value,
            record.Expires.ToUnixTimeMilliseconds(),
            record.Alias ?? "",
            record.Owner ?? "",
            record.Group ?? "",
        ];

    private static RedisValue NumberOrNothing(long? number) => number is { } value ? value : "";

    private async Task<IReadOnlyList<StoredRecord>> ReadRecordsAsync(
        string script,
        RecordKind kind,
        RedisValue[] arguments,
        CancellationToken cancellationToken
    )
    {
        RedisResult found = await RunAsync(script, [kind.Name, .. arguments], cancellationToken, isRead: true);
        StoredRecord[] records = new StoredRecord[found.Length];
        for (int i = 0; i < records.Length; i++)
        {
            RedisResult fields = found[i];
            records[i] = new StoredRecord(
                kind,
                (string)fields[0]!,
                (byte[])fields[1]!,
                DateTimeOffset.FromUnixTimeMilliseconds(long.Parse((string)fields[2]!, CultureInfo.InvariantCulture))
            )
            {
                Alias = (string?)fields[3],
                Owner = (string?)fields[4],
                Group = (string?)fields[5],
                Version = (long)fields[6],
            };
        }

        return records;
    }

    private Task<RedisResult> RunAsync(
        string script,
        RedisValue[] arguments,
        CancellationToken cancellationToken,
        bool isRead = false
    )
    {
        RedisValue[] all = [_time.GetUtcNow().ToUnixTimeMilliseconds(), .. arguments];
        return AskAsync(database => database.ScriptEvaluateAsync(script, Prefix, all), isRead, cancellationToken);
    }

    /// <summary>Asks once; and once more when the connection broke, where asking twice does no harm. It is made anew meanwhile.</summary>
    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask, bool isRead, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                return await ask(_database).WaitAsync(cancellationToken);
            }
            catch (RedisConnectionException) when (isRead)
            {
                return await ask(_database).WaitAsync(cancellationToken);
            }
        }
        catch (Exception e) when (RedisFailures.IsFailure(e))
        {
            throw RedisFailures.Explain(e);
        }
    }
}

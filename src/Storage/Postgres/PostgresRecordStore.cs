using Npgsql;

namespace ClickUpMcp.Storage.Postgres;

/// <summary>Keeps everything in PostgreSQL, for one node or several.</summary>
/// <remarks>
/// What is expired is judged by the clock of the node that asks, not by the server's: see docs/storage.md for what a
/// difference of clocks does. Each call is one round trip and one transaction.
/// </remarks>
public sealed class PostgresRecordStore : IRecordStore
{
    private const string Columns = "key, value, expires, alias, owner, grouping, version";

    private const string FindByKey =
        $"select {Columns} from clickup_mcp_records where kind = $1 and key = $2 and expires > $3";

    private const string FindByAlias =
        $"select {Columns} from clickup_mcp_records where kind = $1 and alias = $2 and expires > $3";

    private const string RemoveExpiredHolders = """
        delete from clickup_mcp_records where kind = $1 and (key = $2 or alias = $3) and expires <= $4
        """;

    private const string Insert = """
        insert into clickup_mcp_records (kind, key, value, expires, alias, owner, grouping, version)
        values ($1, $2, $3, $4, $5, $6, $7, 1)
        on conflict do nothing
        """;

    private const string Replace = """
        update clickup_mcp_records
        set value = $3, expires = $4, alias = $5, owner = $6, grouping = $7, version = version + 1
        where kind = $1 and key = $2 and version = $8 and expires > $9
        """;

    private const string Remove = """
        delete from clickup_mcp_records
        where kind = $1 and key = $2 and ($3::bigint is null or version = $3) and expires > $4
        """;

    private const string List = $"""
        select {Columns} from clickup_mcp_records
        where kind = $1 and expires > $2
            and ($3::text is null or owner = $3)
            and ($4::text is null or grouping = $4)
            and ($5::text is null or key > $5)
        order by key
        limit $6
        """;

    // The row is locked from the comparison to the write, so of nodes that add at once none passes the limit.
    private const string Add = """
        insert into clickup_mcp_counters as had (kind, key, total, expires, owner)
        select $1, $2, $3, $4, $5 where $6::bigint is null or $3 <= $6
        on conflict (kind, key) do update set
            total = case when had.expires > $7 then had.total else 0 end + excluded.total,
            owner = case when had.expires > $7 then had.owner else excluded.owner end,
            expires = case when had.expires > $7 then had.expires else excluded.expires end
        where had.expires <= $7 or $6 is null or had.total + excluded.total <= $6
        returning total
        """;

    private const string GiveBack = """
        update clickup_mcp_counters set total = greatest(0, total + $3)
        where kind = $1 and key = $2 and expires > $4
        returning total
        """;

    private const string ReadTotal =
        "select total from clickup_mcp_counters where kind = $1 and key = $2 and expires > $3";

    private const string Erase = """
        with records as (delete from clickup_mcp_records where owner = $1 returning expires),
            counters as (delete from clickup_mcp_counters where owner = $1 returning expires)
        select count(*) from (select expires from records union all select expires from counters) as gone where expires > $2
        """;

    private const string Sweep = """
        with records as (delete from clickup_mcp_records where expires <= $1 returning 1),
            counters as (delete from clickup_mcp_counters where expires <= $1 returning 1)
        select (select count(*) from records) + (select count(*) from counters)
        """;

    private readonly PostgresConnections _connections;
    private readonly TimeProvider _time;

    private PostgresRecordStore(PostgresConnections connections, TimeProvider time)
    {
        _connections = connections;
        _time = time;
    }

    public string Name => "postgres";

    public bool IsShared => true;

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Connects, and makes or renews the tables; several nodes may do so at once.</summary>
    /// <param name="url">See <see cref="PostgresAddress"/>.</param>
    /// <param name="time">What decides whether something is expired.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreException">It cannot be used; the message does not repeat the URL.</exception>
    public static async Task<PostgresRecordStore> OpenAsync(
        string url,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        PostgresConnections connections = PostgresConnections.Open(url, time);
        try
        {
            await connections.WriteAsync(PostgresSchema.MigrateAsync, cancellationToken);
            return new PostgresRecordStore(connections, time);
        }
        catch
        {
            await connections.DisposeAsync();
            throw;
        }
    }

    public ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        FindOneAsync(FindByKey, kind, key, cancellationToken);

    public ValueTask<StoredRecord?> FindByAliasAsync(
        RecordKind kind,
        string alias,
        CancellationToken cancellationToken
    ) => FindOneAsync(FindByAlias, kind, alias, cancellationToken);

    public ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken) =>
        _connections.WriteAsync(
            async (connection, cancellation) =>
            {
                PostgresBatch batch = new(connection);
                batch.Add(RemoveExpiredHolders).Text(record.Kind.Name).Text(record.Key).Text(record.Alias).Number(Now);
                PostgresStatement insert = batch
                    .Add(Insert)
                    .Text(record.Kind.Name)
                    .Text(record.Key)
                    .Bytes(record.Value)
                    .Number(record.Expires.ToUnixTimeMilliseconds())
                    .Text(record.Alias)
                    .Text(record.Owner)
                    .Text(record.Group);
                await batch.ExecuteAsync(cancellation);
                return insert.Rows == 1;
            },
            cancellationToken
        );

    public ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken) =>
        _connections.WriteAsync(
            async (connection, cancellation) =>
            {
                long now = Now;
                PostgresBatch batch = new(connection);
                batch.Add(RemoveExpiredHolders).Text(record.Kind.Name).Text(null).Text(record.Alias).Number(now);
                PostgresStatement replace = batch
                    .Add(Replace)
                    .Text(record.Kind.Name)
                    .Text(record.Key)
                    .Bytes(record.Value)
                    .Number(record.Expires.ToUnixTimeMilliseconds())
                    .Text(record.Alias)
                    .Text(record.Owner)
                    .Text(record.Group)
                    .Number(record.Version)
                    .Number(now);
                try
                {
                    await batch.ExecuteAsync(cancellation);
                    return replace.Rows == 1;
                }
                catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
                {
                    return false;
                }
            },
            cancellationToken
        );

    public ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    ) =>
        _connections.WriteAsync(
            async (connection, cancellation) =>
            {
                PostgresBatch batch = new(connection);
                PostgresStatement remove = batch.Add(Remove).Text(kind.Name).Text(key).Number(version).Number(Now);
                await batch.ExecuteAsync(cancellation);
                return remove.Rows == 1;
            },
            cancellationToken
        );

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) =>
        _connections.ReadAsync(
            async (connection, cancellation) =>
            {
                PostgresBatch batch = new(connection);
                batch
                    .Add(List)
                    .Text(query.Kind.Name)
                    .Number(Now)
                    .Text(query.Owner)
                    .Text(query.Group)
                    .Text(query.After)
                    .Number(query.Count);
                return await ReadRecordsAsync(batch, query.Kind, cancellation);
            },
            cancellationToken
        );

    public ValueTask<CountResult> CountAsync(
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner,
        CancellationToken cancellationToken
    ) =>
        _connections.WriteAsync(
            async (connection, cancellation) =>
            {
                long now = Now;
                PostgresBatch batch = new(connection);
                if (amount > 0)
                {
                    batch
                        .Add(Add)
                        .Text(kind.Name)
                        .Text(key)
                        .Number(amount)
                        .Number(expires.ToUnixTimeMilliseconds())
                        .Text(owner)
                        .Number(limit)
                        .Number(now);
                }
                else if (amount < 0)
                {
                    batch.Add(GiveBack).Text(kind.Name).Text(key).Number(amount).Number(now);
                }

                batch.Add(ReadTotal).Text(kind.Name).Text(key).Number(now);
                long?[] totals = await batch.ReadNumbersAsync(cancellation);
                return new CountResult(amount <= 0 || totals[0] is not null, totals[0] ?? totals[^1] ?? 0);
            },
            cancellationToken
        );

    public ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken) =>
        _connections.WriteAsync(
            async (connection, cancellation) =>
            {
                PostgresBatch batch = new(connection);
                batch.Add(Erase).Text(owner).Number(Now);
                return (int)((await batch.ReadNumbersAsync(cancellation))[0] ?? 0);
            },
            cancellationToken
        );

    public ValueTask<int> SweepAsync(CancellationToken cancellationToken) =>
        _connections.WriteAsync(
            async (connection, cancellation) =>
            {
                PostgresBatch batch = new(connection);
                batch.Add(Sweep).Number(Now);
                return (int)((await batch.ReadNumbersAsync(cancellation))[0] ?? 0);
            },
            cancellationToken
        );

    public ValueTask CheckAsync(CancellationToken cancellationToken) => _connections.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    private ValueTask<StoredRecord?> FindOneAsync(
        string sql,
        RecordKind kind,
        string name,
        CancellationToken cancellationToken
    ) =>
        _connections.ReadAsync(
            async (connection, cancellation) =>
            {
                PostgresBatch batch = new(connection);
                batch.Add(sql).Text(kind.Name).Text(name).Number(Now);
                return await ReadRecordsAsync(batch, kind, cancellation) is [var found] ? found : null;
            },
            cancellationToken
        );

    private static async Task<IReadOnlyList<StoredRecord>> ReadRecordsAsync(
        PostgresBatch batch,
        RecordKind kind,
        CancellationToken cancellationToken
    )
    {
        List<StoredRecord> found = [];
        await using NpgsqlDataReader reader = await batch.ReadAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(
                new StoredRecord(
                    kind,
                    reader.GetString(0),
                    reader.GetFieldValue<byte[]>(1),
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2))
                )
                {
                    Alias = TextOrNull(3),
                    Owner = TextOrNull(4),
                    Group = TextOrNull(5),
                    Version = reader.GetInt64(6),
                }
            );
        }

        return found;

        string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}

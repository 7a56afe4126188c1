using Microsoft.Data.Sqlite;

namespace ClickUpMcp.Storage.Sqlite;

/// <summary>Keeps everything in one file, for one node; another process on the same machine may open it as well.</summary>
public sealed class SqliteRecordStore : IRecordStore
{
    private const string Columns = "key, value, expires, alias, owner, grouping, version";

    private const string FindByKey =
        $"SELECT {Columns} FROM records WHERE kind = $kind AND key = $key AND expires > $now";

    private const string FindByAlias =
        $"SELECT {Columns} FROM records WHERE kind = $kind AND alias = $alias AND expires > $now";

    private const string RemoveExpiredHolders =
        "DELETE FROM records WHERE kind = $kind AND (key = $key OR alias = $alias) AND expires <= $now";

    private const string Insert = """
        INSERT INTO records (kind, key, value, expires, alias, owner, grouping, version)
        VALUES ($kind, $key, $value, $expires, $alias, $owner, $grouping, 1)
        ON CONFLICT DO NOTHING
        """;

    private const string Replace = """
        UPDATE OR IGNORE records
        SET value = $value, expires = $expires, alias = $alias, owner = $owner, grouping = $grouping, version = version + 1
        WHERE kind = $kind AND key = $key AND version = $version
        """;

    private const string Remove = """
        DELETE FROM records
        WHERE kind = $kind AND key = $key AND expires > $now AND ($version IS NULL OR version = $version)
        """;

    private const string List = $"SELECT {Columns} FROM records WHERE kind = $kind AND expires > $now";
    private const string OfOwner = " AND owner = $owner";
    private const string OfGroup = " AND grouping = $grouping";
    private const string AfterKey = " AND key > $after";
    private const string Page = " ORDER BY key LIMIT $count";

    private const string FindCounter =
        "SELECT total FROM counters WHERE kind = $kind AND key = $key AND expires > $now";

    private const string StartCounter = """
        INSERT OR REPLACE INTO counters (kind, key, total, expires, owner)
        VALUES ($kind, $key, $total, $expires, $owner)
        """;

    private const string SetCounter = "UPDATE counters SET total = $total WHERE kind = $kind AND key = $key";

    private const string CountOwned = """
        SELECT (SELECT COUNT(*) FROM records WHERE owner = $owner AND expires > $now)
            + (SELECT COUNT(*) FROM counters WHERE owner = $owner AND expires > $now)
        """;

    private const string Erase = "DELETE FROM records WHERE owner = $owner; DELETE FROM counters WHERE owner = $owner";

    private const string Sweep =
        "DELETE FROM records WHERE expires <= $now; DELETE FROM counters WHERE expires <= $now";

    private const string Touch = "SELECT 1 FROM records LIMIT 1";

    private readonly SqliteConnections _connections;
    private readonly TimeProvider _time;

    /// <summary>Opens a database, which is made where there is none and brought to the present version.</summary>
    /// <exception cref="StoreException">The file cannot be used.</exception>
    public SqliteRecordStore(string path, TimeProvider time)
    {
        _time = time;
        _connections = new SqliteConnections(path);
    }

    public string Name => "sqlite";

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public ValueTask<StoredRecord?> FindAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        _connections.ReadAsync(
            connection => First(connection, kind, FindByKey, ("$kind", kind.Name), ("$key", key), ("$now", Now)),
            cancellationToken
        );

    public ValueTask<StoredRecord?> FindByAliasAsync(
        RecordKind kind,
        string alias,
        CancellationToken cancellationToken
    ) =>
        _connections.ReadAsync(
            connection => First(connection, kind, FindByAlias, ("$kind", kind.Name), ("$alias", alias), ("$now", Now)),
            cancellationToken
        );

    public ValueTask<bool> TryInsertAsync(StoredRecord record, CancellationToken cancellationToken) =>
        _connections.WriteAsync(connection => Write(connection, Insert, record), cancellationToken);

    public ValueTask<bool> TryReplaceAsync(StoredRecord record, CancellationToken cancellationToken) =>
        _connections.WriteAsync(connection => Write(connection, Replace, record), cancellationToken);

    public ValueTask<bool> TryRemoveAsync(
        RecordKind kind,
        string key,
        long? version,
        CancellationToken cancellationToken
    ) =>
        _connections.WriteAsync(
            connection =>
                SqliteStatement.Run(
                    connection,
                    Remove,
                    ("$kind", kind.Name),
                    ("$key", key),
                    ("$version", version),
                    ("$now", Now)
                ) == 1,
            cancellationToken
        );

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) =>
        _connections.ReadAsync<IReadOnlyList<StoredRecord>>(
            connection =>
            {
                string sql =
                    List
                    + (query.Owner is null ? "" : OfOwner)
                    + (query.Group is null ? "" : OfGroup)
                    + (query.After is null ? "" : AfterKey)
                    + Page;
                return SqliteStatement.Read(
                    connection,
                    sql,
                    row => Record(query.Kind, row),
                    ("$kind", query.Kind.Name),
                    ("$now", Now),
                    ("$owner", query.Owner),
                    ("$grouping", query.Group),
                    ("$after", query.After),
                    ("$count", query.Count)
                );
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
        amount == 0
            ? _connections.ReadAsync(
                connection => new CountResult(IsCounted: true, Total(connection, kind, key) ?? 0),
                cancellationToken
            )
            : _connections.CountAsync(
                connection => Count(connection, kind, key, amount, limit, expires, owner),
                cancellationToken
            );

    public async ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken)
    {
        int erased = await _connections.WriteAsync(
            connection =>
            {
                int count = SqliteStatement.Read(
                    connection,
                    CountOwned,
                    static row => row.GetInt32(0),
                    ("$owner", owner),
                    ("$now", Now)
                )[0];
                SqliteStatement.Run(connection, Erase, ("$owner", owner));
                return count;
            },
            cancellationToken
        );
        await _connections.EmptyLogAsync(cancellationToken);
        return erased;
    }

    public async ValueTask<int> SweepAsync(CancellationToken cancellationToken)
    {
        int swept = await _connections.WriteAsync(
            connection => SqliteStatement.Run(connection, Sweep, ("$now", Now)),
            cancellationToken
        );
        await _connections.EmptyLogAsync(cancellationToken);
        return swept;
    }

    public async ValueTask CheckAsync(CancellationToken cancellationToken) =>
        await _connections.ReadAsync(
            connection => SqliteStatement.Read(connection, Touch, static _ => true),
            cancellationToken
        );

    public ValueTask DisposeAsync()
    {
        _connections.Dispose();
        return ValueTask.CompletedTask;
    }

    private static StoredRecord? First(
        SqliteConnection connection,
        RecordKind kind,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> values
    ) => SqliteStatement.Read(connection, sql, row => Record(kind, row), values).FirstOrDefault();

    private static StoredRecord Record(RecordKind kind, SqliteDataReader row) =>
        new(
            kind,
            row.GetString(0),
            row.GetFieldValue<byte[]>(1),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))
        )
        {
            Alias = Text(row, 3),
            Owner = Text(row, 4),
            Group = Text(row, 5),
            Version = row.GetInt64(6),
        };

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    // Once the expired holders of its key and alias are gone, what is in the way has not expired.
    private bool Write(SqliteConnection connection, string sql, StoredRecord record)
    {
        ReadOnlySpan<(string Name, object? Value)> place =
        [
            ("$kind", record.Kind.Name),
            ("$key", record.Key),
            ("$alias", record.Alias),
        ];
        SqliteStatement.Run(connection, RemoveExpiredHolders, [.. place, ("$now", Now)]);
        ReadOnlySpan<(string Name, object? Value)> content =
        [
            .. place,
            ("$value", record.Value.ToArray()),
            ("$expires", record.Expires.ToUnixTimeMilliseconds()),
            ("$owner", record.Owner),
            ("$grouping", record.Group),
            ("$version", record.Version),
        ];
        return SqliteStatement.Run(connection, sql, content) == 1;
    }

    private long? Total(SqliteConnection connection, RecordKind kind, string key) =>
        SqliteStatement.Read(
            connection,
            FindCounter,
            static row => row.GetInt64(0),
            ("$kind", kind.Name),
            ("$key", key),
            ("$now", Now)
        )
            is [var total]
            ? total
            : null;

    private CountResult Count(
        SqliteConnection connection,
        RecordKind kind,
        string key,
        long amount,
        long? limit,
        DateTimeOffset expires,
        string? owner
    )
    {
        long? found = Total(connection, kind, key);
        long former = found ?? 0;
        if (amount > 0 && former + amount > limit)
        {
            return new CountResult(IsCounted: false, former);
        }

        long total = Math.Max(0, former + amount);
        if (found is not null)
        {
            SqliteStatement.Run(connection, SetCounter, ("$kind", kind.Name), ("$key", key), ("$total", total));
        }
        else if (total > 0)
        {
            SqliteStatement.Run(
                connection,
                StartCounter,
                ("$kind", kind.Name),
                ("$key", key),
                ("$total", total),
                ("$expires", expires.ToUnixTimeMilliseconds()),
                ("$owner", owner)
            );
        }

        return new CountResult(IsCounted: true, total);
    }
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClickUpMcp.Storage.Sqlite;

/// <summary>The connections to one database: one that reads, and two that write in turn, each with its own care for the disk.</summary>
/// <remarks>
/// With the log (WAL) a write that was answered survives the end of the process in any case. A loss of power could undo the
/// last ones unless each waits for the disk: records do, since a revocation must not come back; counters do not.
/// </remarks>
internal sealed class SqliteConnections : IDisposable
{
    private const int BusySeconds = 5;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SqliteConnection _records;
    private readonly SqliteConnection _counters;
    private readonly SqliteConnection _reads;

    /// <exception cref="StoreException">The file cannot be used.</exception>
    public SqliteConnections(string path)
    {
        string file = SqliteFile.Prepare(path);
        Batteries_V2.Init();
        List<SqliteConnection> opened = [];
        try
        {
            _records = Open(file, "FULL", opened);
            SqliteSchema.Migrate(_records);
            _counters = Open(file, "NORMAL", opened);
            _reads = Open(file, "NORMAL", opened);
        }
        catch (Exception e)
        {
            opened.ForEach(static connection => connection.Dispose());
            if (e is SqliteException failure)
            {
                throw SqliteFailures.Explain(failure);
            }

            throw;
        }
    }

    /// <summary>Reads what was committed last.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return read(_reads);
        }
        catch (SqliteException e)
        {
            throw SqliteFailures.Explain(e);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Writes records in one transaction that is on the disk when it is answered.</summary>
    public ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        WriteAsync(_records, write, cancellationToken);

    /// <summary>Writes counters in one transaction that the next write to the disk takes along.</summary>
    public ValueTask<T> CountAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        WriteAsync(_counters, write, cancellationToken);

    /// <summary>Moves the log into the database and empties it, so that nothing removed stays in either.</summary>
    public async ValueTask EmptyLogAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Execute(_records, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            throw SqliteFailures.Explain(e);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _reads.Dispose();
        _counters.Dispose();
        _records.Dispose();
        _reading.Dispose();
        _writing.Dispose();
    }

    private static SqliteConnection Open(string file, string synchronous, List<SqliteConnection> opened)
    {
        SqliteConnectionStringBuilder settings = new()
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        };
        SqliteConnection connection = new(settings.ToString());
        opened.Add(connection);
        connection.Open();
        // SQLite's own waiting asks again within milliseconds, the driver's after 150.
        Execute(connection, $"PRAGMA busy_timeout = {BusySeconds * 1000}");
        if (Execute(connection, "PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new StoreException(
                "The file system of the database does not let processes share it. Put the file on a local disk."
            );
        }

        Execute(connection, $"PRAGMA synchronous = {synchronous}");
        // What is removed is overwritten: an erased person is in no byte of the file.
        Execute(connection, "PRAGMA secure_delete = ON");
        return connection;
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private async ValueTask<T> WriteAsync<T>(
        SqliteConnection connection,
        Func<SqliteConnection, T> write,
        CancellationToken cancellationToken
    )
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            T result = write(connection);
            transaction.Commit();
            return result;
        }
        catch (SqliteException e)
        {
            throw SqliteFailures.Explain(e);
        }
        finally
        {
            _writing.Release();
        }
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ClickUpMcp.Storage.Sqlite;

/// <summary>Brings the tables to the present version, one process at a time.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks a file as ours: "CUmc" in ASCII.</summary>
    private const long ApplicationId = 0x43556D63;

    /// <summary>Each makes one version of the one before. What was released is never edited; a change is a new one at the end.</summary>
    private static readonly string[] Migrations =
    [
        """
            CREATE TABLE records (
                kind TEXT NOT NULL,
                key TEXT NOT NULL,
                value BLOB NOT NULL,
                expires INTEGER NOT NULL,
                alias TEXT,
                owner TEXT,
                grouping TEXT,
                version INTEGER NOT NULL,
                PRIMARY KEY (kind, key)
            ) STRICT;
            CREATE UNIQUE INDEX records_alias ON records (kind, alias) WHERE alias IS NOT NULL;
            CREATE INDEX records_owner ON records (owner, kind, key) WHERE owner IS NOT NULL;
            CREATE INDEX records_grouping ON records (grouping, kind, key) WHERE grouping IS NOT NULL;
            CREATE INDEX records_expires ON records (expires);
            CREATE TABLE counters (
                kind TEXT NOT NULL,
                key TEXT NOT NULL,
                total INTEGER NOT NULL,
                expires INTEGER NOT NULL,
                owner TEXT,
                PRIMARY KEY (kind, key)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX counters_owner ON counters (owner) WHERE owner IS NOT NULL;
            CREATE INDEX counters_expires ON counters (expires);
            """,
    ];

    /// <exception cref="StoreException">It is a database of another program, or of a later version than this one knows.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        long version = Read(connection, "PRAGMA user_version");
        bool isOurs = Read(connection, "PRAGMA application_id") == ApplicationId;
        if (!isOurs && Read(connection, "SELECT COUNT(*) FROM sqlite_schema") > 0)
        {
            throw new StoreException("The file is the database of another program. Name another file.");
        }

        if (version > Migrations.Length)
        {
            throw new StoreException(
                $"The database is of version {version}, and this program knows versions up to {Migrations.Length}. "
                    + "Start a program that is as new as the one that made it."
            );
        }

        for (; version < Migrations.Length; version++)
        {
            Execute(connection, Migrations[version]);
        }

        // Pragmas take no parameters; both are numbers of ours.
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        transaction.Commit();
    }

    private static long Read(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

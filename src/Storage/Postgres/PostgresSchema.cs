using System.Globalization;
using Npgsql;

namespace ClickUpMcp.Storage.Postgres;

/// <summary>Brings the tables to the present version, one node at a time.</summary>
internal static class PostgresSchema
{
    /// <summary>The key of the lock that keeps two nodes from changing the tables at once: "clickup" in ASCII.</summary>
    private const long Lock = 0x636C69636B7570;

    private const string Prepare = """
        create table if not exists clickup_mcp_schema (version integer not null, changed timestamptz not null default now());
        """;

    private const string ReadVersion = "select coalesce(max(version), 0) from clickup_mcp_schema";

    /// <summary>Each makes one version of the one before. What was released is never edited; a change is a new one at the end.</summary>
    private static readonly string[] Migrations =
    [
        """
            create table clickup_mcp_records (
                kind text collate "C" not null,
                key text collate "C" not null,
                value bytea not null,
                expires bigint not null,
                alias text collate "C",
                owner text collate "C",
                grouping text collate "C",
                version bigint not null,
                primary key (kind, key)
            );
            create unique index clickup_mcp_records_alias on clickup_mcp_records (kind, alias) where alias is not null;
            create index clickup_mcp_records_owner on clickup_mcp_records (owner, kind, key) where owner is not null;
            create index clickup_mcp_records_grouping on clickup_mcp_records (grouping, kind, key) where grouping is not null;
            create index clickup_mcp_records_expires on clickup_mcp_records (expires);
            create table clickup_mcp_counters (
                kind text collate "C" not null,
                key text collate "C" not null,
                total bigint not null,
                expires bigint not null,
                owner text collate "C",
                primary key (kind, key)
            );
            create index clickup_mcp_counters_owner on clickup_mcp_counters (owner) where owner is not null;
            create index clickup_mcp_counters_expires on clickup_mcp_counters (expires);
            """,
    ];

    /// <exception cref="StoreException">The tables are of a later version than this program knows.</exception>
    public static async Task<int> MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Lock.ToString(CultureInfo.InvariantCulture)})");
        await ExecuteAsync(connection, Prepare);
        int version;
        await using (NpgsqlCommand read = new(ReadVersion, connection))
        {
            version = (int)(await read.ExecuteScalarAsync(cancellationToken))!;
        }

        if (version > Migrations.Length)
        {
            throw new StoreException(
                $"The tables in PostgreSQL are of version {version}, and this program knows versions up to {Migrations.Length}. "
                    + "Start a program that is as new as the one that made them."
            );
        }

        for (; version < Migrations.Length; version++)
        {
            await ExecuteAsync(connection, Migrations[version]);
            await using NpgsqlCommand done = new("insert into clickup_mcp_schema (version) values ($1)", connection);
            done.Parameters.Add(new NpgsqlParameter<int> { TypedValue = version + 1 });
            await done.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return version;

        async Task ExecuteAsync(NpgsqlConnection on, string sql)
        {
            await using NpgsqlCommand command = new(sql, on);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

using Npgsql;
using NpgsqlTypes;

namespace ClickUpMcp.Storage.Postgres;

/// <summary>A statement with its parameters, in the order of their numbers.</summary>
internal sealed class PostgresStatement(NpgsqlBatchCommand command)
{
    /// <summary>How many rows it wrote, once the batch has run.</summary>
    public ulong Rows => command.Rows;

    public PostgresStatement Text(string? value) => With(NpgsqlDbType.Text, value);

    public PostgresStatement Number(long? value) => With(NpgsqlDbType.Bigint, value);

    public PostgresStatement Bytes(ReadOnlyMemory<byte> value)
    {
        command.Parameters.Add(
            new NpgsqlParameter<ReadOnlyMemory<byte>> { NpgsqlDbType = NpgsqlDbType.Bytea, TypedValue = value }
        );
        return this;
    }

    private PostgresStatement With(NpgsqlDbType type, object? value)
    {
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return this;
    }
}

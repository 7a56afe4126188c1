using Npgsql;

namespace ClickUpMcp.Storage.Postgres;

/// <summary>Statements that go to the server together, in one round trip and one transaction.</summary>
internal sealed class PostgresBatch(NpgsqlConnection connection)
{
    private readonly NpgsqlBatch _batch = connection.CreateBatch();

    public PostgresStatement Add(string sql)
    {
        NpgsqlBatchCommand command = new(sql);
        _batch.BatchCommands.Add(command);
        return new PostgresStatement(command);
    }

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await using (_batch)
        {
            await _batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Rows of the only statement.</summary>
    public Task<NpgsqlDataReader> ReadAsync(CancellationToken cancellationToken) =>
        _batch.ExecuteReaderAsync(cancellationToken);

    /// <summary>The number that each statement returns; null where it returns none.</summary>
    public async Task<long?[]> ReadNumbersAsync(CancellationToken cancellationToken)
    {
        await using (_batch)
        {
            List<long?> numbers = [];
            await using NpgsqlDataReader reader = await _batch.ExecuteReaderAsync(cancellationToken);
            do
            {
                numbers.Add(await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : null);
            } while (await reader.NextResultAsync(cancellationToken));

            return [.. numbers];
        }
    }
}

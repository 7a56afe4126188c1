using Microsoft.Data.Sqlite;

namespace ClickUpMcp.Storage.Sqlite;

/// <summary>A statement with its values, which are bound and never part of its text.</summary>
internal static class SqliteStatement
{
    /// <summary>Runs a statement; says how many rows it changed.</summary>
    public static int Run(
        SqliteConnection connection,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using SqliteCommand command = Create(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads the rows that a statement finds.</summary>
    public static List<T> Read<T>(
        SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using SqliteCommand command = Create(connection, sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static SqliteCommand Create(
        SqliteConnection connection,
        string sql,
        ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}

using Npgsql;

namespace ClickUpMcp.Storage.Postgres;

/// <summary>A bounded pool of connections, on which work is done and repeated where that is safe.</summary>
internal sealed class PostgresConnections(NpgsqlDataSource source, TimeProvider time) : IAsyncDisposable
{
    private const int MostAttempts = 3;

    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(1);

    private long _lastAnswer = time.GetTimestamp();

    public static PostgresConnections Open(string url, TimeProvider time)
    {
        NpgsqlConnectionStringBuilder address = PostgresAddress.Parse(url);
        NpgsqlSlimDataSourceBuilder builder = new(address.ConnectionString);
        if (address.SslMode != SslMode.Disable)
        {
            builder.EnableTransportSecurity();
        }

        return new PostgresConnections(builder.Build(), time);
    }

    /// <summary>Runs work that only reads: after a broken connection, such as by a restart of the server, it is done again on a new one.</summary>
    public ValueTask<T> ReadAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => RunAsync(work, isRead: true, cancellationToken);

    /// <summary>Runs work that writes: it is done again only where the server says that nothing was done, else nobody knows.</summary>
    /// <remarks>So after a silence, in which connections are cut unseen, a question that harms nobody goes first.</remarks>
    public async ValueTask<T> WriteAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        if (time.GetElapsedTime(Interlocked.Read(ref _lastAnswer)) >= LongSilence)
        {
            await CheckAsync(cancellationToken);
        }

        return await RunAsync(work, isRead: false, cancellationToken);
    }

    public async ValueTask CheckAsync(CancellationToken cancellationToken) =>
        await ReadAsync(
            static async (connection, cancellation) =>
            {
                PostgresBatch batch = new(connection);
                batch.Add("select 1::bigint");
                return await batch.ReadNumbersAsync(cancellation);
            },
            cancellationToken
        );

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async ValueTask<T> RunAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work,
        bool isRead,
        CancellationToken cancellationToken
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken);
                T result = await work(connection, cancellationToken);
                Interlocked.Exchange(ref _lastAnswer, time.GetTimestamp());
                return result;
            }
            catch (NpgsqlException e) when (attempt < MostAttempts && MayRepeat(e, isRead))
            {
                // The others in the pool are most likely broken as well.
                source.Clear();
            }
            catch (Exception e) when (PostgresFailures.IsFailure(e))
            {
                source.Clear();
                throw PostgresFailures.Explain(e);
            }
        }
    }

    private static bool MayRepeat(NpgsqlException error, bool isRead) =>
        PostgresFailures.IsWithoutEffect(error)
        || (isRead && error is not PostgresException && error.InnerException is IOException);
}

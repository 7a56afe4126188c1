using System.Diagnostics;
using System.Text;
using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>Keeps connections busy with one request each, and measures.</summary>
internal sealed class Load
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2.5);

    private volatile bool _isMeasuring;
    private volatile bool _isOver;

    /// <summary>Sends requests from so many connections at once.</summary>
    /// <param name="server">Who is asked.</param>
    /// <param name="connections">How many ask.</param>
    /// <param name="prepare">Makes the request of one connection.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LoadResult> RunAsync(
        HttpServerProcess server,
        int connections,
        Func<HttpConnection, Task<byte[]>> prepare,
        CancellationToken cancellationToken
    )
    {
        var load = new Load();
        List<Task<(List<double>, int)>> clients = [];
        for (var i = 0; i < connections; i++)
        {
            var connection = await HttpConnection.OpenAsync(server.Address, cancellationToken);
            clients.Add(load.RepeatAsync(connection, await prepare(connection), cancellationToken));
        }

        await Task.Delay(WarmUp, TimeProvider.System, cancellationToken);
        var (serverTime, clientTime) = (server.ProcessorTime, Environment.CpuUsage.TotalTime);
        var started = Stopwatch.GetTimestamp();
        load._isMeasuring = true;
        await Task.Delay(Measured, TimeProvider.System, cancellationToken);
        load._isMeasuring = false;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        (serverTime, clientTime) = (server.ProcessorTime - serverTime, Environment.CpuUsage.TotalTime - clientTime);
        var memory = ProcessMemory.Of(server.Process.Id);
        load._isOver = true;

        var all = await Task.WhenAll(clients);
        double[] latencies = [.. all.SelectMany(client => client.Item1)];
        return new LoadResult(
            connections,
            latencies.Length / seconds,
            new Sample(latencies),
            serverTime.TotalMilliseconds / latencies.Length,
            clientTime.TotalMilliseconds / latencies.Length,
            all[0].Item2,
            memory
        );
    }

    private async Task<(List<double> Latencies, int ResponseBytes)> RepeatAsync(
        HttpConnection connection,
        ReadOnlyMemory<byte> request,
        CancellationToken cancellationToken
    )
    {
        using (connection)
        {
            List<double> latencies = new(1 << 12);
            // Equal requests have equal responses: one is looked at closely, and the others are as long.
            var length = (await connection.ExchangeAsync(request, cancellationToken)).Length;
            Check(connection.Body);
            await Task.Yield();
            while (!_isOver)
            {
                var sent = Stopwatch.GetTimestamp();
                var reply = await connection.ExchangeAsync(request, cancellationToken);
                if (_isMeasuring)
                {
                    latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                }

                if (reply.Status != 200 || reply.Length != length)
                {
                    throw new InvalidOperationException(
                        $"A response differs: {connection.Head}{Encoding.UTF8.GetString(connection.Body)}"
                    );
                }
            }

            return (latencies, length);
        }
    }

    private static void Check(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\"result\":"u8) < 0 || body.IndexOf("\"isError\":true"u8) >= 0)
        {
            throw new InvalidOperationException($"A request failed: {Encoding.UTF8.GetString(body)}");
        }
    }
}

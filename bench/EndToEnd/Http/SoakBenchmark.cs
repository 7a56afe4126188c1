using System.Collections.Concurrent;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>Mixed traffic for many minutes, to see whether memory stays flat.</summary>
internal static class SoakBenchmark
{
    public const int Connections = 32;

    private const double KiBPerMiB = 1024;

    public static TimeSpan SampleEvery { get; } = TimeSpan.FromSeconds(5);

    public static async Task<SoakResult> RunAsync(string binary, int minutes, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(binary, ["--rate", "0"], cancellationToken);
        await using var server = await MeasuredServers.StartOursAsync(binary, sandbox, cancellationToken);
        var counts = new ConcurrentDictionary<string, long>();
        var unexpected = 0L;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] workers =
        [
            .. Enumerable
                .Range(0, Connections)
                .Select(seed => new SoakWorker(server.Address, seed, counts, Unexpected).RunAsync(over.Token)),
        ];
        List<double> resident = [];
        using (var timer = new PeriodicTimer(SampleEvery, TimeProvider.System))
        {
            while (resident.Count * SampleEvery < TimeSpan.FromMinutes(minutes))
            {
                await timer.WaitForNextTickAsync(cancellationToken);
                resident.Add(ProcessMemory.Of(server.Process.Id).Resident / KiBPerMiB);
                // A client that gave up is a failure now and not in ten minutes.
                await Task.WhenAll(workers.Where(worker => worker.IsFaulted));
            }
        }

        await over.CancelAsync();
        await Task.WhenAll(workers);
        return new SoakResult(
            minutes,
            resident,
            counts.OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary(),
            unexpected
        );

        void Unexpected(string what)
        {
            if (Interlocked.Increment(ref unexpected) <= 10)
            {
                Console.WriteLine(what);
            }
        }
    }
}

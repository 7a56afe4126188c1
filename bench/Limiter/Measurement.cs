using System.Diagnostics;
using System.Globalization;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>What an acquire of one case costs with so many threads at full speed.</summary>
/// <param name="Threads">Threads that acquire from the one limiter without a pause.</param>
/// <param name="Elapsed">Nanoseconds on the wall clock, divided by the acquires of all threads together.</param>
/// <param name="Processor">Nanoseconds of processor time, divided likewise.</param>
/// <param name="Bytes">Allocated per acquire, measured on one thread.</param>
internal sealed record Measurement(int Threads, double Elapsed, double Processor, double Bytes)
{
    /// <summary>Between two looks at the clock.</summary>
    private const int Chunk = 4096;

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(50);

    public static IReadOnlyList<int> ThreadCounts { get; } = [1, 2, 4, 8, 16];

    public static IEnumerable<Measurement> All(LimiterCase limiterCase)
    {
        Func<int, int> loop = limiterCase.Start();
        RunFor(loop, WarmUp);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop(Chunk);
        double bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Chunk;
        return [.. ThreadCounts.Select(threads => Run(threads, loop, bytes))];
    }

    public static Measurement Parse(string line)
    {
        double[] values = [.. line.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        return new Measurement((int)values[0], values[1], values[2], values[3]);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Threads} {Elapsed:R} {Processor:R} {Bytes:R}");

    private static Measurement Run(int threads, Func<int, int> loop, double bytes)
    {
        using LoadThreads load = new(threads);
        int started = 0;
        load.Run(() => Affinity.Pin(Interlocked.Increment(ref started)));
        long acquires = 0;
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        load.Run(() => Interlocked.Add(ref acquires, RunFor(loop, Length)));
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        return new Measurement(
            threads,
            elapsed.TotalNanoseconds / acquires,
            processor.TotalNanoseconds / acquires,
            bytes
        );
    }

    private static long RunFor(Func<int, int> loop, TimeSpan length)
    {
        long start = Stopwatch.GetTimestamp();
        long acquires = 0;
        do
        {
            loop(Chunk);
            acquires += Chunk;
        } while (Stopwatch.GetElapsedTime(start) < length);

        return acquires;
    }
}

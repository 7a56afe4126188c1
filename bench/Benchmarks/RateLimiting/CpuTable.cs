using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Benchmarks.RateLimiting;

/// <summary>Processor time per acquire: comparable on a machine that others use, and without a benchmark framework.</summary>
internal static class CpuTable
{
    private const int Operations = 1 << 21;
    private const int Repeats = 7;
    private static readonly int[] ThreadCounts = [1, 2, 4, 8, 16];

    public static void Write(TextWriter output)
    {
        output.WriteLine("| ns of processor time per acquire | " + string.Join(" | ", ThreadCounts) + " |");
        output.WriteLine("| --- |" + string.Concat(ThreadCounts.Select(_ => " ---: |")));
        StrongBox<long> word = new();
        Row(output, "floor: fine clock + swap", n => AcquireLoop.Floor(word, TimeProvider.System, n));
        Row(output, "floor: coarse clock + swap", n => AcquireLoop.Floor(word, CoarseTimeProvider.Instance, n));
        Row(output, "by key among 1,000, coarse clock", Limiters.Partitions().RunKeys);
        Row(output, "by key among 1,000, framework's token buckets", Limiters.FrameworkPartitions().RunKeys);
        foreach (bool granted in (bool[])[true, false])
        {
            string what = granted ? "granted" : "refused";
            Row(output, $"lock-free, fine clock, {what}", Limiters.LockFree(granted));
            Row(output, $"lock-free, coarse clock, {what}", Limiters.LockFreeCoarse(granted));
            Row(output, $"the same under a lock, fine clock, {what}", Limiters.Locked(granted));
            Row(output, $"TokenBucketRateLimiter, {what}", Limiters.TokenBucket(granted));
            Row(output, $"SlidingWindowRateLimiter, {what}", Limiters.SlidingWindow(granted));
            using ConcurrencyLimiter concurrency = Limiters.Concurrency(granted);
            concurrency.AttemptAcquire();
            Row(output, $"ConcurrencyLimiter and release, {what}", n => AcquireLoop.RunAndRelease(concurrency, n));
        }
    }

    private static void Row(TextWriter output, string name, RateLimiter limiter)
    {
        limiter.AttemptAcquire();
        Row(output, name, n => AcquireLoop.Run(limiter, n));
        limiter.Dispose();
    }

    private static void Row(TextWriter output, string name, Func<int, int> loop)
    {
        IEnumerable<string> cells = ThreadCounts.Select(t =>
            Best(t, loop).ToString("F1", CultureInfo.InvariantCulture)
        );
        output.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
    }

    /// <summary>The least of several runs: what disturbs a run only ever adds to it.</summary>
    private static double Best(int threads, Func<int, int> loop)
    {
        using LoadThreads load = new(threads);
        double best = double.MaxValue;
        for (int i = 0; i < Repeats; i++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            load.Run(() => loop(Operations / threads));
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalNanoseconds / Operations);
        }

        return best;
    }
}

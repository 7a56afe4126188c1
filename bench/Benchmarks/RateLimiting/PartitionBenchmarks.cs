using System.Threading.RateLimiting;
using BenchmarkDotNet.Attributes;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Benchmarks.RateLimiting;

/// <summary>An acquire by key among a thousand partitions.</summary>
[Config(typeof(ShortInProcess))]
public class PartitionBenchmarks
{
    private const int Partitions = 1_000;

    private PartitionedLimiters<UInt128, LockFreeRateLimiter>? _ours;
    private PartitionedRateLimiter<UInt128>? _theirs;

    [GlobalSetup]
    public void Start()
    {
        _ours = new PartitionedLimiters<UInt128, LockFreeRateLimiter>(
            new PartitionOptions(),
            () => Limiters.LockFree(true),
            TimeProvider.System
        );
        _theirs = PartitionedRateLimiter.Create<UInt128, UInt128>(key =>
            RateLimitPartition.Get(key, static _ => Limiters.TokenBucket(true))
        );
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Partitions)]
    public int LockFree()
    {
        int granted = 0;
        for (int i = 0; i < Partitions; i++)
        {
            granted += _ours!.AttemptAcquire((UInt128)i).IsAcquired ? 1 : 0;
        }

        return granted;
    }

    [Benchmark(OperationsPerInvoke = Partitions)]
    public int Framework()
    {
        int granted = 0;
        for (int i = 0; i < Partitions; i++)
        {
            granted += _theirs!.AttemptAcquire((UInt128)i).IsAcquired ? 1 : 0;
        }

        return granted;
    }
}

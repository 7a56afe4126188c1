using System.Threading.RateLimiting;
using BenchmarkDotNet.Attributes;
using ClickUpMcp.LimiterBenchmark;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Benchmarks.RateLimiting;

/// <summary>An acquire by key among a thousand partitions.</summary>
[Config(typeof(ShortInProcess))]
public class PartitionBenchmarks
{
    private PartitionedLimiters<UInt128, LockFreeRateLimiter>? _ours;
    private PartitionedRateLimiter<UInt128>? _theirs;

    [GlobalSetup]
    public void Start()
    {
        _ours = Limiters.Partitions();
        _theirs = Limiters.FrameworkPartitions();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Limiters.Keys)]
    public int LockFree() => _ours!.RunKeys(Limiters.Keys);

    [Benchmark(OperationsPerInvoke = Limiters.Keys)]
    public int Framework() => _theirs!.RunKeys(Limiters.Keys);
}

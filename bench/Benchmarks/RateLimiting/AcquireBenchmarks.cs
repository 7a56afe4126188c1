using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using BenchmarkDotNet.Attributes;
using ClickUpMcp.LimiterBenchmark;

namespace ClickUpMcp.Benchmarks.RateLimiting;

/// <summary>One acquire, granted or refused, on one to sixteen threads.</summary>
[Config(typeof(ShortInProcess))]
public class AcquireBenchmarks
{
    private const int Operations = 1 << 17;

    private readonly StrongBox<long> _word = new();
    private LoadThreads? _threads;
    private RateLimiter? _lockFree;
    private RateLimiter? _coarse;
    private RateLimiter? _locked;
    private RateLimiter? _tokenBucket;
    private RateLimiter? _slidingWindow;
    private RateLimiter? _concurrency;

    [Params(true, false)]
    public bool Granted { get; set; }

    [Params(1, 2, 4, 8, 16)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _threads = new LoadThreads(Threads);
        _lockFree = Limiters.LockFree(Granted);
        _coarse = Limiters.LockFreeCoarse(Granted);
        _locked = Limiters.Locked(Granted, TimeProvider.System);
        _tokenBucket = Limiters.TokenBucket(Granted);
        _slidingWindow = Limiters.SlidingWindow(Granted);
        _concurrency = Limiters.Concurrency(Granted);
        if (!Granted)
        {
            foreach (
                RateLimiter limiter in (RateLimiter[])
                    [_lockFree, _coarse, _locked, _tokenBucket, _slidingWindow, _concurrency]
            )
            {
                limiter.AttemptAcquire();
            }
        }
    }

    [GlobalCleanup]
    public void Stop() => _threads?.Dispose();

    [Benchmark(OperationsPerInvoke = Operations)]
    public void ClockAndSwap() => Run(times => AcquireLoop.Floor(_word, TimeProvider.System, times));

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public void LockFree() => Run(times => AcquireLoop.Run(_lockFree!, times));

    [Benchmark(OperationsPerInvoke = Operations)]
    public void LockFreeCoarseClock() => Run(times => AcquireLoop.Run(_coarse!, times));

    [Benchmark(OperationsPerInvoke = Operations)]
    public void SameUnderLock() => Run(times => AcquireLoop.Run(_locked!, times));

    [Benchmark(OperationsPerInvoke = Operations)]
    public void TokenBucket() => Run(times => AcquireLoop.Run(_tokenBucket!, times));

    [Benchmark(OperationsPerInvoke = Operations)]
    public void SlidingWindow() => Run(times => AcquireLoop.Run(_slidingWindow!, times));

    [Benchmark(OperationsPerInvoke = Operations)]
    public void ConcurrencyAndRelease() => Run(times => AcquireLoop.RunAndRelease(_concurrency!, times));

    private void Run(Func<int, int> loop) => _threads!.Run(() => loop(Operations / Threads));
}

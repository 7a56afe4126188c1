using BenchmarkDotNet.Attributes;
using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Benchmarks.RateLimiting;

/// <summary>What the rate limit adds to a request that has to wait for nothing, over a handler that responds at once.</summary>
[Config(typeof(ShortInProcess))]
public class ChainBenchmarks
{
    private static readonly ClickUpRequest Request = ClickUpOperations.ReadTask(new TaskId("1"), subtasks: false);

    private readonly LimitCounters _counters = new();
    private HttpMessageInvoker? _bare;
    private HttpMessageInvoker? _limited;
    private HttpMessageInvoker? _guarded;
    private ClickUpClient? _client;

    [GlobalSetup]
    public void Start()
    {
        UpstreamGate gate = new(new UpstreamLimitOptions { PerMinute = 0 }, _counters, TimeProvider.System);
        ClickUpClientOptions options = new() { Dialect = ToolCatalog.Upstream };
        RateLimitNames names = options.Dialect.RateLimit;
        ImmediateHandler immediate = new();
        _bare = new HttpMessageInvoker(immediate);
        _limited = new HttpMessageInvoker(new RateLimitHandler(gate, 1, names, TimeProvider.System, immediate));
        _guarded = new HttpMessageInvoker(
            new RetryHandler(
                options,
                _counters,
                TimeProvider.System,
                new CircuitBreakerHandler(gate, 1, new RateLimitHandler(gate, 1, names, TimeProvider.System, immediate))
            )
        );
        _client = new ClickUpClient(
            new ClickUpCredentials("pk_1_BENCH"),
            options,
            TimeProvider.System,
            gate,
            1,
            () => immediate
        );
    }

    [Benchmark(Baseline = true)]
    public Task<HttpResponseMessage> Bare() => SendAsync(_bare!);

    [Benchmark]
    public Task<HttpResponseMessage> RateLimit() => SendAsync(_limited!);

    [Benchmark]
    public Task<HttpResponseMessage> RetryBreakerRateLimit() => SendAsync(_guarded!);

    [Benchmark]
    public async Task<int> WholeClient() => (await _client!.SendAsync(Request, CancellationToken.None)).Status;

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker invoker)
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://api.clickup.com/api/v2/task/1");
        SendContext.Attach(message, Request, TimeSpan.FromSeconds(60), TimeProvider.System);
        return await invoker.SendAsync(message, CancellationToken.None);
    }
}

using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

/// <summary>The whole chain over a scripted ClickUp, under virtual time.</summary>
internal sealed class Chain
{
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _response;

    public Chain(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> response,
        UpstreamLimitOptions? options = null
    )
    {
        _response = response;
        Gate = new UpstreamGate(options ?? new UpstreamLimitOptions(), Counters, Time);
    }

    public ManualTimeProvider Time { get; } = new();

    public LimitCounters Counters { get; } = new();

    public UpstreamGate Gate { get; }

    /// <summary>The clock's seconds at which each attempt arrived.</summary>
    public List<double> Arrivals { get; } = [];

    public double Now => Time.GetTimestamp() / (double)TimeSpan.TicksPerSecond;

    /// <summary>The circuit breaker of a token.</summary>
    public CircuitBreaker Breaker(string token = TestClient.Canary) =>
        Gate.LimiterOf(new ClickUpCredentials(token).Fingerprint()).Breaker;

    public ClickUpClient Client(string token = TestClient.Canary) =>
        TestClient.Over(new ScriptedHandler(ResponseAsync), Time, token: token, gate: Gate);

    public async Task<ClickUpResponse> SendAsync(
        ClickUpMethod method,
        IUpstreamCall? call = null,
        string token = TestClient.Canary
    )
    {
        ClickUpRequest request =
            method == ClickUpMethod.Get ? TestClient.Get : TestClient.Post with { Method = method };
        return await Client(token).SendAsync(request with { Call = call }, CancellationToken.None);
    }

    public void Run(Func<Task> body) => VirtualLoop.Run(Time, body);

    /// <summary>A response with the headers of a budget.</summary>
    public HttpResponseMessage Budget(int limit, int remaining, double resetIn, int status = 200)
    {
        HttpResponseMessage response = ScriptedHandler.Json(status, "{}");
        long reset = (Time.GetUtcNow() + TimeSpan.FromSeconds(resetIn)).ToUnixTimeSeconds();
        response.Headers.TryAddWithoutValidation("X-RateLimit-Limit", $"{limit}");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", $"{remaining}");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Reset", $"{reset}");
        return response;
    }

    private Task<HttpResponseMessage> ResponseAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Arrivals.Add(Now);
        return _response(request, cancellationToken);
    }
}

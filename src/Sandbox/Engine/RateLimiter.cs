namespace ClickUpMcp.Sandbox.Engine;

/// <summary>Counts requests per token in windows of one minute; the engine serialises calls.</summary>
internal sealed class RateLimiter(int requestsPerMinute, TimeProvider time)
{
    private const int UnlimitedClaim = 10_000;
    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);

    private int Limit => requestsPerMinute > 0 ? requestsPerMinute : UnlimitedClaim;

    public Budget Take(string key)
    {
        var now = time.GetUtcNow();
        if (!_windows.TryGetValue(key, out var window) || now >= window.End)
        {
            window = new Window(now.AddMinutes(1), 0);
        }

        var isAllowed = requestsPerMinute <= 0 || window.Used < requestsPerMinute;
        if (isAllowed)
        {
            window = window with { Used = window.Used + 1 };
        }

        _windows[key] = window;
        return new Budget(isAllowed, Headers(Math.Max(0, Limit - window.Used), window.End));
    }

    /// <summary>Headers of a refusal that ends in so many seconds.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Exhausted(int resetSeconds) =>
        Headers(0, time.GetUtcNow().AddSeconds(resetSeconds));

    public void Reset() => _windows.Clear();

    private KeyValuePair<string, string>[] Headers(int remaining, DateTimeOffset reset) =>
        [
            new("X-RateLimit-Limit", Limit.ToString()),
            new("X-RateLimit-Remaining", remaining.ToString()),
            // Whole seconds, rounded up: who waits until then finds the window open.
            new("X-RateLimit-Reset", ((reset.ToUnixTimeMilliseconds() + 999) / 1000).ToString()),
        ];

    private readonly record struct Window(DateTimeOffset End, int Used);
}

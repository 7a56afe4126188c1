using System.Globalization;
using System.Net.Http.Headers;

namespace ClickUpMcp.Api;

/// <summary>What ClickUp says of a token's budget on every answer.</summary>
internal readonly record struct RateLimitHeaders(int Limit, int Remaining, DateTimeOffset Reset)
{
    /// <summary>Reads them; false when one is missing or makes no sense.</summary>
    public static bool TryRead(HttpResponseHeaders headers, out RateLimitHeaders found)
    {
        bool isThere =
            TryRead(headers, "X-RateLimit-Limit", out long limit)
            & TryRead(headers, "X-RateLimit-Remaining", out long remaining)
            & TryRead(headers, "X-RateLimit-Reset", out long reset);
        isThere &= limit > 0 && reset <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        found = isThere
            ? new(
                (int)Math.Min(limit, int.MaxValue),
                (int)Math.Min(remaining, int.MaxValue),
                DateTimeOffset.FromUnixTimeSeconds(reset)
            )
            : default;
        return isThere;
    }

    /// <summary>The Unix seconds of <c>X-RateLimit-Reset</c> as an instant; null when it is missing or makes no sense.</summary>
    public static DateTimeOffset? ResetOf(HttpResponseHeaders headers) =>
        TryRead(headers, "X-RateLimit-Reset", out long seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static bool TryRead(HttpResponseHeaders headers, string name, out long value)
    {
        value = 0;
        return headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}

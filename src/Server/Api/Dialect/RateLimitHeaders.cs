using System.Globalization;
using System.Net.Http.Headers;

namespace ClickUpMcp.Api;

/// <summary>What responses say of a key's budget.</summary>
internal readonly record struct RateLimitHeaders(int Limit, int Remaining, DateTimeOffset Reset)
{
    // More seconds than this are no wait but a time of some other kind.
    private const long LongestWait = 366L * 24 * 60 * 60;

    /// <summary>Reads them; false when one is missing or makes no sense.</summary>
    public static bool TryRead(
        HttpResponseHeaders headers,
        RateLimitNames names,
        DateTimeOffset now,
        out RateLimitHeaders found
    )
    {
        found = default;
        if (
            !TryRead(headers, names.Limit, out long limit)
            || !TryRead(headers, names.Remaining, out long remaining)
            || ResetOf(headers, names, now) is not { } reset
            || limit <= 0
        )
        {
            return false;
        }

        found = new((int)Math.Min(limit, int.MaxValue), (int)Math.Min(remaining, int.MaxValue), reset);
        return true;
    }

    /// <summary>When the budget begins anew; null when that is missing or makes no sense.</summary>
    public static DateTimeOffset? ResetOf(HttpResponseHeaders headers, RateLimitNames names, DateTimeOffset now)
    {
        if (!TryRead(headers, names.Reset, out long seconds))
        {
            return null;
        }

        return names.Form switch
        {
            ResetForm.UnixSeconds => seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null,
            _ => seconds <= LongestWait ? now.AddSeconds(seconds) : null,
        };
    }

    private static bool TryRead(HttpResponseHeaders headers, string name, out long value)
    {
        value = 0;
        return headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}

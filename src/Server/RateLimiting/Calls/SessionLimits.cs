using System.Globalization;

namespace ClickUpMcp.RateLimiting;

/// <summary>What one session may use in all, and how often it may make the same call; 0 is no limit.</summary>
internal sealed record SessionLimits
{
    /// <summary>How a budget is written.</summary>
    public const string Expected = "some of calls=N, writes=N, requests=N and bytes=N, as in \"calls=500,writes=50\"";

    private const long Most = 1_000_000_000_000;

    /// <summary>Tool calls.</summary>
    public long Calls { get; init; }

    /// <summary>Requests that change something at the API.</summary>
    public long Writes { get; init; }

    /// <summary>Requests to the API.</summary>
    public long Requests { get; init; }

    /// <summary>Bytes of results.</summary>
    public long Bytes { get; init; }

    /// <summary>The same call with the same arguments, within a minute.</summary>
    public int Repeats { get; init; }

    /// <summary>Reads a budget; it leaves <see cref="Repeats"/> at 0.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SessionLimits ParseBudget(string text)
    {
        SessionLimits limits = new();
        foreach (string part in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=');
            if (
                pair.Length != 2
                || !long.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out long count)
                || count > Most
            )
            {
                throw new FormatException(Expected);
            }

            limits = pair[0] switch
            {
                "calls" => limits with { Calls = count },
                "writes" => limits with { Writes = count },
                "requests" => limits with { Requests = count },
                "bytes" => limits with { Bytes = count },
                _ => throw new FormatException(Expected),
            };
        }

        return limits;
    }
}

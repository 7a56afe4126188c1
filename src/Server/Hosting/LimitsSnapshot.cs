namespace ClickUpMcp.Hosting;

/// <summary>The limits in force and what they did so far; numbers only.</summary>
internal sealed record LimitsSnapshot
{
    /// <summary>Tool calls a minute for each principal; 0 is no limit.</summary>
    public required int CallsPerMinute { get; init; }

    /// <summary>Tool calls a day for each licence; 0 is no limit.</summary>
    public required int CallsPerDay { get; init; }

    /// <summary>The configured requests a minute to ClickUp; null is what its responses allow, 0 is no pacing.</summary>
    public required int? UpstreamPerMinute { get; init; }

    /// <summary>Requests on their way to ClickUp at once, for each credential; 0 is any number.</summary>
    public required int MaxInFlight { get; init; }

    /// <summary>Principals that have called lately.</summary>
    public required int Principals { get; init; }

    /// <summary>Credentials used lately.</summary>
    public required int Credentials { get; init; }

    /// <summary>Whether no connection to ClickUp can be made.</summary>
    public required bool IsCircuitOpen { get; init; }

    /// <summary>How often a circuit has opened, of the connection or of a credential.</summary>
    public required long Outages { get; init; }

    /// <summary>Requests sent to ClickUp, each attempt counted.</summary>
    public required long Requests { get; init; }

    /// <summary>Answers with 429.</summary>
    public required long RateLimited { get; init; }

    /// <summary>Requests that had to wait.</summary>
    public required long Waits { get; init; }

    /// <summary>The sum of those waits.</summary>
    public required TimeSpan Waited { get; init; }

    /// <summary>Refusals by the name of their reason.</summary>
    public required IReadOnlyDictionary<string, long> Refusals { get; init; }

    /// <summary>Retries by the name of their reason.</summary>
    public required IReadOnlyDictionary<string, long> Retries { get; init; }
}

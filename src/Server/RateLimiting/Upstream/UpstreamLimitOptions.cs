namespace ClickUpMcp.RateLimiting;

/// <summary>How fast requests go to the API with one credential.</summary>
internal sealed record UpstreamLimitOptions
{
    /// <summary>ClickUp's limit on most plans, kept until its first response says more.</summary>
    public const int Usual = 100;

    /// <summary>The most requests a minute; null is as many as the API's responses allow, 0 is no pacing at all.</summary>
    public int? PerMinute { get; init; }

    /// <summary>The most requests on their way at once; 0 is any number.</summary>
    public int MaxInFlight { get; init; } = 6;

    /// <summary>Requests that may go out together after a pause. What the API says remains is kept to all the same.</summary>
    public int Burst { get; init; } = 20;
}

using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The days that a report is about; both ends belong to it.</summary>
/// <param name="First">Its first moment.</param>
/// <param name="Last">Its last moment.</param>
/// <param name="Days">The zone in which its days begin and end.</param>
internal sealed record ReportPeriod(Instant First, Instant Last, DateTimeZone Days)
{
    private const int UsualDays = 30;

    /// <summary>The first day.</summary>
    public LocalDate FirstDay => First.InZone(Days).Date;

    /// <summary>The last day.</summary>
    public LocalDate LastDay => Last.InZone(Days).Date;

    /// <summary>The first moment as a bound for requests.</summary>
    public ResolvedDate Start => new(First.ToUnixTimeMilliseconds(), HasTime: true);

    /// <summary>The last moment as a bound for requests.</summary>
    public ResolvedDate End => new(Last.ToUnixTimeMilliseconds(), HasTime: true);

    /// <summary>The bound that lies before the first moment.</summary>
    public ResolvedDate After => new(First.ToUnixTimeMilliseconds() - 1, HasTime: true);

    /// <summary>The bound that lies after the last moment.</summary>
    public ResolvedDate Before => new(Last.ToUnixTimeMilliseconds() + 1, HasTime: true);

    /// <summary>The period in words.</summary>
    public string Text =>
        FirstDay == LastDay ? $"{FirstDay:uuuu-MM-dd}" : $"{FirstDay:uuuu-MM-dd} to {LastDay:uuuu-MM-dd}";

    /// <summary>Whether a moment is in it.</summary>
    public bool Contains(long? milliseconds) =>
        milliseconds >= First.ToUnixTimeMilliseconds() && milliseconds <= Last.ToUnixTimeMilliseconds();

    /// <summary>Finds out what the dates mean; a month back from today where none is given.</summary>
    /// <param name="period">A day, week, month or year in the caller's words.</param>
    /// <param name="start">Else its first moment.</param>
    /// <param name="end">And its last one.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the look-up of the zone.</param>
    public static async ValueTask<ReportPeriod> ReadAsync(
        DateExpression? period,
        ResolvedDate? start,
        ResolvedDate? end,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        DateZones zones = await context.Services.GetZonesAsync(cancellationToken);
        if (period is not null)
        {
            (Instant first, Instant last) = DatePeriod.Of(period, context, zones);
            return new ReportPeriod(first, last, zones.Days);
        }

        Instant now = Instant.FromDateTimeOffset(context.Now);
        Instant until = end is { } given ? Instant.FromUnixTimeMilliseconds(given.UnixMilliseconds) : now;
        Instant from = start is { } since
            ? Instant.FromUnixTimeMilliseconds(since.UnixMilliseconds)
            : TimeZones.StartOfDay(until.InZone(zones.Days).Date.PlusDays(1 - UsualDays), zones.Days);
        return new ReportPeriod(from, Instant.Max(from, until), zones.Days);
    }
}

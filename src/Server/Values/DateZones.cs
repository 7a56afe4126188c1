using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>The time zones in which dates are read and shown.</summary>
/// <param name="Times">The zone of times of day and of what day it is: the configured one, or else the account's.</param>
/// <param name="Days">The zone in which a day without a time begins and ends: the account's, since the day is shown there.</param>
internal sealed record DateZones(DateTimeZone Times, DateTimeZone Days)
{
    /// <summary>UTC for both, where no zone is known.</summary>
    public static readonly DateZones Unknown = new(DateTimeZone.Utc, DateTimeZone.Utc) { IsKnown = false };

    /// <summary>Whether the zones are somebody's and not only assumed.</summary>
    public bool IsKnown { get; private init; } = true;

    /// <summary>The zones by IANA id; an account without a zone, or with an unknown one, has the configured zone.</summary>
    public static DateZones Of(string? configured, string? account)
    {
        DateTimeZone? days = account is null ? null : TimeZones.Find(account);
        DateTimeZone? times = configured is null ? null : TimeZones.Find(configured);
        return (times ?? days, days ?? times) is ({ } known, { } ofDays) ? new DateZones(known, ofDays) : Unknown;
    }
}

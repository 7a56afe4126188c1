using System.Globalization;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Licences;

/// <summary>Counts tool calls by who made them and by the day in UTC, for all nodes of a store together.</summary>
public sealed class DailyUsage(IRecordStore store, TimeProvider time)
{
    /// <summary>Counts one call of today, if the limit leaves one.</summary>
    /// <param name="who">Whose, as a hash.</param>
    /// <param name="limit">Calls a day; 0 for any number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null when it was counted, else the time until the next day.</returns>
    public async ValueTask<TimeSpan?> SpendAsync(string who, int limit, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset today = new(now.UtcDateTime.Date, TimeSpan.Zero);
        CountResult result = await store.CountAsync(
            LicenceRecords.Usage,
            Key(who, today),
            1,
            limit == 0 ? null : limit,
            today + LicenceRecords.UsageLife,
            owner: null,
            cancellationToken
        );
        return result.IsCounted ? null : today.AddDays(1) - now;
    }

    /// <summary>What was counted on a day.</summary>
    /// <param name="who">Whose, as a hash.</param>
    /// <param name="daysAgo">0 for today.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<long> ReadAsync(string who, int daysAgo, CancellationToken cancellationToken)
    {
        DateTimeOffset day = new(time.GetUtcNow().UtcDateTime.Date.AddDays(-daysAgo), TimeSpan.Zero);
        CountResult result = await store.CountAsync(
            LicenceRecords.Usage,
            Key(who, day),
            0,
            limit: null,
            day + LicenceRecords.UsageLife,
            owner: null,
            cancellationToken
        );
        return result.Total;
    }

    private static string Key(string who, DateTimeOffset day) =>
        $"{who}:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}

using System.Text.Json;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Tracked time that was summed, in milliseconds.</summary>
/// <param name="Key">What it was summed for.</param>
/// <param name="Time">All of it.</param>
/// <param name="Billable">What is billable of it.</param>
/// <param name="Entries">How many entries it is.</param>
internal sealed record TimeSum(NamedId Key, long Time, long Billable, int Entries)
{
    /// <summary>The sum of entries.</summary>
    public static TimeSum Of(NamedId key, IEnumerable<TrackedTime> entries)
    {
        long time = 0;
        long billable = 0;
        int count = 0;
        foreach (TrackedTime entry in entries)
        {
            time = checked(time + entry.Milliseconds);
            billable += entry.IsBillable ? entry.Milliseconds : 0;
            count++;
        }

        return new TimeSum(key, time, billable, count);
    }

    /// <summary>A sum for each key: days in order of time, all else by time.</summary>
    public static IReadOnlyList<TimeSum> By(IEnumerable<TrackedTime> entries, string by, DateTimeZone days)
    {
        IEnumerable<TimeSum> sums = entries
            .SelectMany(entry => entry.KeysOf(by, days).Select(key => (Key: key, Entry: entry)))
            .GroupBy(static pair => pair.Key.Id, StringComparer.Ordinal)
            .Select(static group => Of(group.First().Key, group.Select(static pair => pair.Entry)));
        return by is "day" or "week" or "month"
            ? [.. sums.OrderBy(static sum => sum.Key.Id, StringComparer.Ordinal)]
            :
            [
                .. sums.OrderByDescending(static sum => sum.Time)
                    .ThenBy(static sum => sum.Key.Name, StringComparer.Ordinal),
            ];
    }

    /// <summary>Writes it as a row.</summary>
    public void Write(Utf8JsonWriter writer, long whole)
    {
        writer.WriteString("name", Key.Name);
        if (Key.Id != Key.Name && !string.Equals(Key.Id, Key.Name, StringComparison.OrdinalIgnoreCase))
        {
            writer.WriteString("id", Key.Id);
        }

        WriteSums(writer);
        writer.WriteString("share", ReportRows.Percent(Time, whole));
    }

    /// <summary>Writes the figures alone.</summary>
    public void WriteSums(Utf8JsonWriter writer)
    {
        writer.WriteNumber("time", Time);
        writer.WriteNumber("billable", Billable);
        writer.WriteNumber("not_billable", Time - Billable);
        writer.WriteNumber("entries", Entries);
    }
}

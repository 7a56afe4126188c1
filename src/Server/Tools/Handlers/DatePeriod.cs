using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads a date of the caller as the days that it names: a period has two ends, of which a date argument has only one.</summary>
internal static class DatePeriod
{
    /// <summary>The first and the last moment.</summary>
    public static (Instant First, Instant Last) Of(DateExpression period, ToolCallContext context, DateZones zones)
    {
        LocalDate first = DayOf(period, DateEdge.Start, context, zones);
        LocalDate last = DayOf(period, DateEdge.End, context, zones);
        if (first != last)
        {
            context.Remark($"{period.Name}: up to {last:uuuu-MM-dd}, itself included");
        }

        return (TimeZones.StartOfDay(first, zones.Days), TimeZones.EndOfDay(last, zones.Days));
    }

    private static LocalDate DayOf(DateExpression period, DateEdge edge, ToolCallContext context, DateZones zones)
    {
        DateExpression one = new(period.Text, edge, period.Direction, period.Name);
        ResolvedDate resolved = DateParser.Resolve(one, context.Now, zones);
        return Instant.FromUnixTimeMilliseconds(resolved.UnixMilliseconds).InZone(zones.Days).Date;
    }
}

using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Moves the dates of copied tasks by one distance on the calendar: clock times stay what they are when clocks change in between.</summary>
internal sealed class DateShift
{
    private const string DueDate = "due_date";
    private const string StartDate = "start_date";

    private readonly DateZones _zones;
    private readonly int _days;
    private readonly Period _distance;

    private DateShift(DateZones zones, int days, Period distance)
    {
        _zones = zones;
        _days = days;
        _distance = distance;
    }

    /// <summary>The date that the root gets whatever it has: one with a time, or one for a root that has none.</summary>
    private ResolvedDate? OwnDue { get; init; }

    /// <inheritdoc cref="OwnDue"/>
    private ResolvedDate? OwnStart { get; init; }

    /// <summary>Whether a date was asked for, and the original has none to measure from.</summary>
    public bool HasNoOrigin { get; private init; }

    /// <summary>The distance that an order asks for.</summary>
    public static DateShift Of(CopyOrder order, JsonElement root, DateZones zones) =>
        order.Due is { } due ? Measure(due, root, DueDate, zones)
        : order.Start is { } start ? Measure(start, root, StartDate, zones)
        : new DateShift(zones, order.ShiftDays, Period.FromDays(order.ShiftDays));

    /// <summary>The date of a task after the move; null when it has none.</summary>
    public ResolvedDate? Due(TaskNode node) => (node.Parent is null ? OwnDue : null) ?? Moved(node.Task, DueDate);

    /// <summary>The start of a task after the move; null when it has none.</summary>
    public ResolvedDate? Start(TaskNode node) => (node.Parent is null ? OwnStart : null) ?? Moved(node.Task, StartDate);

    private static DateShift Measure(ResolvedDate wanted, JsonElement root, string member, DateZones zones)
    {
        Instant? origin = Read(root, member);
        LocalDateTime to = Local(Instant.FromUnixTimeMilliseconds(wanted.UnixMilliseconds), zones);
        LocalDateTime from = origin is { } known ? Local(known, zones) : to;
        int days = Period.DaysBetween(from.Date, to.Date);
        bool isExact = wanted.HasTime && origin is { } timed && !DateText.IsDay(timed, zones.Days);
        ResolvedDate? own = wanted.HasTime || origin is null ? wanted : null;
        return new DateShift(zones, days, isExact ? Period.Between(from, to, PeriodUnits.Ticks) : Period.FromDays(days))
        {
            OwnDue = member == DueDate ? own : null,
            OwnStart = member == StartDate ? own : null,
            HasNoOrigin = origin is null,
        };
    }

    private ResolvedDate? Moved(JsonElement task, string member)
    {
        if (Read(task, member) is not { } date)
        {
            return null;
        }

        bool isDay = DateText.IsDay(date, _zones.Days);
        DateTimeZone zone = isDay ? _zones.Days : _zones.Times;
        LocalDateTime moved = date.InZone(zone).LocalDateTime + (isDay ? Period.FromDays(_days) : _distance);
        Instant instant = zone.AtLeniently(moved).ToInstant();
        return new ResolvedDate(instant.ToUnixTimeMilliseconds(), HasTime: !isDay);
    }

    private static LocalDateTime Local(Instant instant, DateZones zones) =>
        instant.InZone(DateText.IsDay(instant, zones.Days) ? zones.Days : zones.Times).LocalDateTime;

    private static Instant? Read(JsonElement task, string member) =>
        LenientValue.Number(task.Member(member)) is { } milliseconds and not 0
            ? Instant.FromUnixTimeMilliseconds((long)milliseconds)
            : null;
}

using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Holds tasks to conditions that ClickUp cannot filter by, and gives the bounds that let it send no more than needed.</summary>
internal sealed class TaskConditions
{
    /// <summary>The members of a task that conditions read.</summary>
    public static readonly string[] Members = ["assignees", "group_assignees", "status", "due_date"];

    private const string Done = "done";
    private const string Closed = "closed";

    private readonly TaskConditionArguments _wanted;
    private readonly DateZones _zones;
    private readonly Instant _now;
    private readonly (Instant First, Instant Last)? _due;

    private TaskConditions(
        TaskConditionArguments wanted,
        DateZones zones,
        Instant now,
        (Instant First, Instant Last)? due
    )
    {
        _wanted = wanted;
        _zones = zones;
        _now = now;
        _due = due;
    }

    /// <summary>Whether anything is asked.</summary>
    public bool Any =>
        _due is not null
        || _wanted.Overdue == true
        || _wanted.Unassigned == true
        || _wanted.Open == true
        || _wanted.StatusTypes is { Count: > 0 };

    /// <summary>Whether closed tasks are among those that are asked for; null leaves it to the caller.</summary>
    public bool? IncludeClosed => _wanted.StatusTypes?.Any(static type => type is Done or Closed) == true ? true : null;

    /// <summary>The bound after which tasks are due; null for none.</summary>
    public ResolvedDate? DueAfter => _due is { } due ? At(due.First - Duration.FromMilliseconds(1)) : null;

    /// <summary>The bound before which tasks are due; null for none.</summary>
    public ResolvedDate? DueBefore =>
        _due is { } due ? At(due.Last + Duration.FromMilliseconds(1))
        : _wanted.Overdue == true ? At(_now)
        : null;

    /// <summary>Finds out what the dates mean.</summary>
    public static async ValueTask<TaskConditions> ReadAsync(
        TaskConditionArguments wanted,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        Instant now = Instant.FromDateTimeOffset(context.Now);
        if (wanted.Due is null && wanted.Overdue != true)
        {
            return new TaskConditions(wanted, DateZones.Unknown, now, due: null);
        }

        DateZones zones = await context.Services.GetZonesAsync(cancellationToken);
        return new TaskConditions(
            wanted,
            zones,
            now,
            wanted.Due is { } due ? DatePeriod.Of(due, context, zones) : null
        );
    }

    /// <summary>Whether a task is as it is asked for.</summary>
    public bool Matches(JsonElement task) =>
        (_wanted.Unassigned != true || IsUnassigned(task))
        && (_wanted.Open != true || !IsFinished(task))
        && (_wanted.Overdue != true || IsOverdue(task))
        && (_due is not { } due || (DueOf(task) is { } moment && moment >= due.First && moment <= due.Last))
        && (_wanted.StatusTypes is not { Count: > 0 } types || types.Contains(TypeOf(task), StringComparer.Ordinal));

    private static bool IsUnassigned(JsonElement task) =>
        !task.Items("assignees").Any() && !task.Items("group_assignees").Any();

    private static bool IsFinished(JsonElement task) => TypeOf(task) is Done or Closed;

    private static string? TypeOf(JsonElement task) => task.Member("status").Text("type");

    private bool IsOverdue(JsonElement task) =>
        !IsFinished(task) && DueOf(task) is { } due && DueDates.IsOverdue(due, _now, _zones.Days);

    private static Instant? DueOf(JsonElement task) =>
        LenientValue.Number(task.Member("due_date")) is { } milliseconds and > 0 and < long.MaxValue
            ? Instant.FromUnixTimeMilliseconds((long)milliseconds)
            : null;

    private static ResolvedDate At(Instant instant) => new(instant.ToUnixTimeMilliseconds(), HasTime: true);
}

using System.Text.Json;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>An open task that is late, or in danger of it.</summary>
/// <param name="Task">The task.</param>
/// <param name="DaysLate">How many days it is late; 0 for one that is only at risk, or late since today.</param>
/// <param name="Why">Why it is here.</param>
/// <param name="IsOverdue">Whether it is late.</param>
internal sealed record LateTask(TaskFacts Task, int DaysLate, string[] Why, bool IsOverdue)
{
    // What a person does in a day at most.
    private const long DayOfWork = 8 * 3_600_000L;

    /// <summary>Judges open tasks: the late ones first, the longest late foremost, then those at risk by their dates.</summary>
    /// <param name="open">All open tasks; what waits for one of them is seen.</param>
    /// <param name="days">How soon due is at risk.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The zone of days.</param>
    public static IReadOnlyList<LateTask> Of(IReadOnlyList<TaskFacts> open, long days, Instant now, DateTimeZone zone)
    {
        Dictionary<string, TaskFacts> byId = open.ToDictionary(static task => task.Id, StringComparer.Ordinal);
        return
        [
            .. open.Select(task => Judge(task, byId, days, now, zone))
                .OfType<LateTask>()
                .OrderByDescending(static late => late.IsOverdue)
                .ThenBy(static late => late.Task.Due)
                .ThenBy(static late => late.Task.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes it as a row.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("id", Task.Id);
        writer.WriteString("name", Task.Name);
        if (IsOverdue)
        {
            writer.WriteNumber("days_late", DaysLate);
        }

        writer.WriteNumber("due", Task.Due!.Value);
        writer.WriteTexts("why", Why);
        writer.WriteTexts("assignees", [.. Task.Assignees.Select(static person => person.Name)]);
        writer.WriteString("status", Task.Status.Name);
        writer.WriteString("priority", Task.Priority);
        writer.WriteString("list", Task.List.Name);
    }

    private static LateTask? Judge(
        TaskFacts task,
        Dictionary<string, TaskFacts> open,
        long days,
        Instant now,
        DateTimeZone zone
    )
    {
        if (task.Due is not { } milliseconds)
        {
            return null;
        }

        Instant due = Instant.FromUnixTimeMilliseconds(milliseconds);
        int left = DueDates.DaysUntil(due, now, zone);
        if (DueDates.IsOverdue(due, now, zone))
        {
            return new LateTask(task, -left, ["overdue"], IsOverdue: true);
        }

        string[] why = left > days ? [] : [.. Risks(task, open, left)];
        return why.Length == 0 ? null : new LateTask(task, 0, why, IsOverdue: false);
    }

    private static IEnumerable<string> Risks(TaskFacts task, Dictionary<string, TaskFacts> open, int left)
    {
        if (task.Status.Type == "open")
        {
            yield return "not started";
        }

        if (task.Left > (left + 1) * DayOfWork)
        {
            yield return $"{Values.DurationText.Format(task.Left)} left to do";
        }

        foreach (string other in task.WaitsFor)
        {
            if (open.TryGetValue(other, out TaskFacts? blocker))
            {
                yield return $"waits for {blocker.Name}";
            }
        }
    }
}

using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What was left of a sprint at the end of each of its days.</summary>
/// <param name="Day">The day.</param>
/// <param name="Tasks">Tasks that were not done; null for a day to come.</param>
/// <param name="Points">Their points.</param>
/// <param name="Ideal">How many tasks would be left if as many were done each day.</param>
internal sealed record Burndown(LocalDate Day, int? Tasks, decimal? Points, decimal Ideal)
{
    /// <summary>The days of a sprint.</summary>
    public static IReadOnlyList<Burndown> Of(
        IReadOnlyList<TaskFacts> tasks,
        (LocalDate First, LocalDate Last) days,
        LocalDate today,
        DateTimeZone zone
    )
    {
        int length = Period.DaysBetween(days.First, days.Last);
        long begin = TimeZones.StartOfDay(days.First, zone).ToUnixTimeMilliseconds();
        int planned = tasks.Count(task => task.Created < begin && !(task.Done < begin));
        List<Burndown> rows = [];
        for (int i = 0; i <= length; i++)
        {
            LocalDate day = days.First.PlusDays(i);
            long end = TimeZones.EndOfDay(day, zone).ToUnixTimeMilliseconds();
            TaskFacts[] left = [.. tasks.Where(task => task.Created <= end && !(task.IsFinished && task.Done <= end))];
            decimal ideal = Math.Round(planned * (decimal)(length - i) / Math.Max(1, length), 1);
            rows.Add(
                day > today
                    ? new Burndown(day, null, null, ideal)
                    : new Burndown(day, left.Length, left.Sum(static task => task.Points), ideal)
            );
        }

        return rows;
    }

    /// <summary>The days so far, without those at whose end as much was left as the day before; the first and the last stay.</summary>
    public static IReadOnlyList<Burndown> Changes(IReadOnlyList<Burndown> rows)
    {
        Burndown[] past = [.. rows.Where(static row => row.Tasks is not null)];
        return
        [
            .. past.Where(
                (row, i) =>
                    i == 0 || i == past.Length - 1 || (row.Tasks, row.Points) != (past[i - 1].Tasks, past[i - 1].Points)
            ),
        ];
    }

    /// <summary>Writes it as a row.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("day", $"{Day:uuuu-MM-dd}");
        if (Tasks is { } tasks && Points is { } points)
        {
            writer.WriteNumber("tasks_left", tasks);
            writer.WriteNumber("points_left", points);
        }

        writer.WriteNumber("ideal", Ideal);
    }

    /// <summary>The picture of it.</summary>
    public static string Draw(string name, string totals, IReadOnlyList<Burndown> rows) =>
        new LineChart(
            $"Burndown of {name}",
            totals,
            ["tasks left", "ideal"],
            [.. rows.Select(static row => $"{row.Day:MM-dd}")],
            [
                [.. rows.Select(static row => (decimal?)row.Tasks)],
                [.. rows.Select(static row => (decimal?)row.Ideal)],
            ]
        ).Draw();
}

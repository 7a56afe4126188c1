using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Says who works on what, and how full the next weeks are.</summary>
internal sealed class WorkloadHandler : IToolHandler<ResolvedGetWorkload>
{
    private const long MillisecondsPerHour = 3_600_000;
    private const long UsualWeek = 40 * MillisecondsPerHour;
    private const int DaysPerWeek = 7;

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetWorkload arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        DateZones zones = await context.Services.GetZonesAsync(cancellationToken);
        Instant now = Instant.FromDateTimeOffset(context.Services.Time.GetUtcNow());
        LocalDate last = now.InZone(zones.Days).Date.PlusDays((int)arguments.Weeks * DaysPerWeek);
        Workload workload = new(now, zones.Days, TimeZones.EndOfDay(last, zones.Days));
        ClickUpRequest request = arguments.ReadTasksPage(
            subtasks: true,
            includeClosed: false,
            includeTiml: true,
            orderBy: "updated"
        );
        TaskSurvey survey = (await TaskSurvey.ReadAsync(request, context, cancellationToken)).OfOpen();
        IReadOnlyList<PersonLoad> people = Wanted(workload.Share(survey.Tasks), arguments);
        RunningTimers? timers = arguments.Timers
            ? await RunningTimers.ReadAsync(
                [.. people.Select(static load => load.Person.Id).Where(static id => long.TryParse(id, out _))],
                person => arguments.GetCurrentTimeEntry(person),
                context,
                cancellationToken
            )
            : null;
        people = [.. people.Select(load => load with { Timer = timers?.Of(load.Person.Id) })];
        long capacity = (arguments.Capacity ?? UsualWeek) * arguments.Weeks;
        JsonElement head = Head(people, survey, workload, capacity, timers);
        ResultPart table = ReportRows.Table(
            "by_person",
            people,
            arguments.Limit,
            Shapes.PersonLoad,
            (writer, load) => load.Write(writer, capacity)
        );
        string[] notes =
        [
            survey.Describe("open tasks"),
            $"Due: by {last:uuuu-MM-dd}, late ones too. Left: of their estimates, shared evenly among a task's people.",
            .. new[] { timers?.Note }.OfType<string>(),
        ];
        return HandlerResult.OfParts(head, [table], notes) with
        {
            Picture = arguments.Picture == true ? Draw(people, capacity, last) : null,
        };
    }

    // A task of one person has other people too, who were not asked for.
    private static IReadOnlyList<PersonLoad> Wanted(IReadOnlyList<PersonLoad> people, ResolvedGetWorkload arguments) =>
        arguments.Assignees is { Count: > 0 } wanted
            ? [.. people.Where(load => wanted.Any(id => id.Value == load.Person.Id))]
            : people;

    private static JsonElement Head(
        IReadOnlyList<PersonLoad> people,
        TaskSurvey survey,
        Workload workload,
        long capacity,
        RunningTimers? timers
    ) =>
        ReportRows.Thing(writer =>
        {
            int persons = people.Count(static load => load.Person.Id.Length > 0);
            long left = people.Sum(static load => load.Left);
            writer.WriteNumber("people", persons);
            writer.WriteNumber("open", survey.Tasks.Count);
            writer.WriteNumber("in_progress", survey.Tasks.Count(static task => task.IsInProgress));
            writer.WriteNumber("overdue", survey.Tasks.Count(workload.IsOverdue));
            writer.WriteNumber("due", survey.Tasks.Count(workload.IsDue));
            writer.WriteNumber("left", left);
            writer.WriteNumber("capacity", capacity * persons);
            long assigned = people.Where(static load => load.Person.Id.Length > 0).Sum(static load => load.Left);
            writer.WriteString("load", ReportRows.Percent(assigned, capacity * persons));
            writer.WriteNumber(
                "without_estimate",
                survey.Tasks.Count(task => workload.IsDue(task) && task.Estimate == 0)
            );
            if (timers is not null)
            {
                writer.WriteNumber("timers", timers.Count);
            }
        });

    private static string Draw(IReadOnlyList<PersonLoad> people, long capacity, LocalDate last) =>
        new BarChart(
            $"Workload up to {last:uuuu-MM-dd}",
            "Remaining estimates, in hours",
            ["left to do"],
            [
                .. people.Select(load => new ChartBar(
                    load.Person.Name,
                    [load.Left / (decimal)MillisecondsPerHour],
                    load.Shown(capacity)
                )),
            ]
        )
        {
            Mark = (capacity / (decimal)MillisecondsPerHour, $"capacity, {DurationText.Format(capacity)}"),
        }.Draw();
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sums up what happened since a date.</summary>
internal sealed class WorkspaceSummaryHandler : IToolHandler<ResolvedGetWorkspaceSummary>
{
    private const int UsualDays = 7;

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetWorkspaceSummary arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ReportPeriod period = await PeriodAsync(arguments.Since, context, cancellationToken);
        // What is done was changed then, so one reading of what changed has both.
        TaskSurvey changed = await TaskSurvey.ReadAsync(Changed(arguments, period), context, cancellationToken);
        TaskSurvey late = (await TaskSurvey.ReadAsync(Late(arguments, period), context, cancellationToken)).OfOpen();
        TimeEntrySurvey time = await TimeEntrySurvey.ReadAsync(
            (place, people) =>
                (arguments with { Assignees = people }).ReadTimeEntries(
                    period.Start,
                    period.End,
                    list: place.List,
                    folder: place.Folder,
                    space: place.Space
                ),
            ReportPlace.Of(arguments.Lists, arguments.Folders, arguments.Spaces),
            arguments.Assignees,
            arguments.Workspace,
            context,
            cancellationToken
        );
        WorkspaceChanges changes = new(
            [.. changed.Tasks.Where(task => period.Contains(task.Created))],
            [.. changed.Tasks.Where(task => task.IsFinished && period.Contains(task.Done))],
            [.. changed.Tasks.Where(task => !task.IsFinished && !period.Contains(task.Created))],
            [
                .. late.Tasks.Where(task =>
                    task.Due is { } due
                    && DueDates.IsOverdue(Instant.FromUnixTimeMilliseconds(due), period.Last, period.Days)
                ),
            ],
            time.Entries
        );
        IReadOnlyList<PersonSummary> people = PersonSummary.Of(changes);
        return HandlerResult.OfParts(
            Head(changes, period),
            Parts(changes, people, arguments.Limit),
            [
                changed.Describe("tasks that were changed"),
                late.Describe("open tasks with a past due date"),
                time.Describe(),
            ]
        ) with
        {
            Picture = arguments.Picture == true ? Draw(people, changes, period) : null,
        };
    }

    private static async ValueTask<ReportPeriod> PeriodAsync(
        ResolvedDate? since,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        DateZones zones = await context.Services.GetZonesAsync(cancellationToken);
        Instant now = Instant.FromDateTimeOffset(context.Services.Time.GetUtcNow());
        LocalDate weekAgo = now.InZone(zones.Days).Date.PlusDays(-UsualDays);
        Instant first = since is { } given
            ? Instant.FromUnixTimeMilliseconds(given.UnixMilliseconds)
            : TimeZones.StartOfDay(weekAgo, zones.Days);
        return new ReportPeriod(Instant.Min(first, now), now, zones.Days);
    }

    private static ClickUpRequest Changed(ResolvedGetWorkspaceSummary arguments, ReportPeriod period) =>
        arguments.ReadTasksPage(
            updatedAfter: period.After,
            subtasks: true,
            includeClosed: true,
            includeTiml: true,
            orderBy: "updated"
        );

    private static ClickUpRequest Late(ResolvedGetWorkspaceSummary arguments, ReportPeriod period) =>
        arguments.ReadTasksPage(
            dueBefore: period.End,
            subtasks: true,
            includeClosed: false,
            includeTiml: true,
            orderBy: "updated"
        );

    private static JsonElement Head(WorkspaceChanges changes, ReportPeriod period)
    {
        TimeSum time = TimeSum.Of(new NamedId("", ""), changes.Time);
        return ReportRows.Thing(writer =>
        {
            writer.WriteString("period", period.Text);
            writer.WriteNumber("created", changes.Created.Count);
            writer.WriteNumber("done", changes.Done.Count);
            writer.WriteNumber("updated", changes.Updated.Count);
            writer.WriteNumber("overdue", changes.Overdue.Count);
            writer.WriteNumber("time", time.Time);
            writer.WriteNumber("billable", time.Billable);
        });
    }

    private static List<ResultPart> Parts(WorkspaceChanges changes, IReadOnlyList<PersonSummary> people, long limit) =>
        [
            ReportRows.Table(
                "by_person",
                people,
                limit,
                Shapes.PersonSummary,
                static (writer, row) => row.Write(writer)
            ),
            Tasks("done", changes.Done, static task => task.Done, limit),
            Tasks("created", changes.Created, static task => task.Created, limit),
            Tasks("overdue", changes.Overdue, static task => task.Due, limit),
        ];

    private static ResultPart Tasks(
        string name,
        IReadOnlyList<TaskFacts> tasks,
        Func<TaskFacts, long?> when,
        long limit
    ) =>
        ReportRows.Table(
            name,
            [.. tasks.OrderByDescending(when).ThenBy(static task => task.Id, StringComparer.Ordinal)],
            limit,
            Shapes.MovedTask,
            (writer, task) =>
            {
                writer.WriteString("id", task.Id);
                writer.WriteString("name", task.Name);
                writer.WriteString("status", task.Status.Name);
                writer.WriteTexts("assignees", [.. task.Assignees.Select(static person => person.Name)]);
                writer.WriteString("list", task.List.Name);
                writer.WriteNumber("when", when(task) ?? 0);
            }
        ) with
        {
            Plural = $"{name} tasks",
        };

    private static string Draw(IReadOnlyList<PersonSummary> people, WorkspaceChanges changes, ReportPeriod period) =>
        new BarChart(
            $"What happened, {period.Text}",
            $"{changes.Done.Count} done, {changes.Created.Count} created, {changes.Overdue.Count} overdue",
            ["done", "created", "overdue"],
            [
                .. people.Select(static row => new ChartBar(
                    row.Person.Name,
                    [row.Done, row.Created, row.Overdue],
                    $"{row.Done} + {row.Created} + {row.Overdue}"
                )),
            ]
        ).Draw();
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Shows how a sprint goes.</summary>
internal sealed class GetSprintHandler : IToolHandler<ResolvedGetSprint>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetSprint arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        context.HasUsed("space");
        SprintFinder sprints = await SprintFinder.ReadAsync(
            arguments.Workspace,
            arguments.Space,
            arguments.Folder,
            space => arguments.ListFolders(space),
            context,
            cancellationToken
        );
        SprintInfo sprint = sprints.Find(arguments.Sprint);
        TaskSurvey survey = await TaskSurvey.ReadAsync(
            arguments.ReadListPage(new ListId(sprint.List.Id), includeClosed: true, subtasks: true, includeTiml: true),
            context,
            cancellationToken
        );
        long? start = sprint.Days is { } days
            ? TimeZones.StartOfDay(days.First, sprints.Zone).ToUnixTimeMilliseconds()
            : null;
        SprintScope scope = await SprintScope.ReadAsync(
            survey.Tasks,
            start,
            tasks => arguments.GetTimeInStatus(tasks),
            context,
            cancellationToken
        );
        IReadOnlyList<Burndown> burndown = sprint.Days is { } known
            ? Burndown.Of(survey.Tasks, known, sprints.Today, sprints.Zone)
            : [];
        string totals = $"{survey.Tasks.Count(static task => task.IsFinished)} of {survey.Tasks.Count} tasks done";
        return HandlerResult.OfParts(
            Head(sprint, survey.Tasks, scope, sprints.Today, sprints.Zone),
            Parts(sprint, survey.Tasks, scope, burndown, arguments.Limit),
            [survey.Describe("tasks of the sprint, wherever their home is"), scope.Note]
        ) with
        {
            Picture =
                arguments.Picture == true && burndown.Count > 0
                    ? Burndown.Draw(sprint.List.Name, totals, burndown)
                    : null,
        };
    }

    private static JsonElement Head(
        SprintInfo sprint,
        IReadOnlyList<TaskFacts> tasks,
        SprintScope scope,
        LocalDate today,
        DateTimeZone zone
    ) =>
        ReportRows.Thing(writer =>
        {
            sprint.Write(writer, today, zone);
            if (sprint.Days is { } days && sprint.StateOn(today) == SprintState.Active)
            {
                writer.WriteNumber("days_left", Period.DaysBetween(today, days.Last));
            }

            TaskFacts[] done = [.. tasks.Where(static task => task.IsFinished)];
            int begun = tasks.Count(static task => task.IsInProgress);
            writer.WriteNumber("tasks", tasks.Count);
            writer.WriteNumber("points", tasks.Sum(static task => task.Points));
            writer.WriteNumber("not_started", tasks.Count - done.Length - begun);
            writer.WriteNumber("in_progress", begun);
            writer.WriteNumber("done", done.Length);
            writer.WriteNumber("done_points", done.Sum(static task => task.Points));
            writer.WriteString("progress", ReportRows.Percent(done.Length, tasks.Count));
            writer.WriteNumber("added", tasks.Count(scope.IsAdded));
            writer.WriteNumber("carried_over", tasks.Count(scope.IsCarriedOver));
        });

    private static List<ResultPart> Parts(
        SprintInfo sprint,
        IReadOnlyList<TaskFacts> tasks,
        SprintScope scope,
        IReadOnlyList<Burndown> burndown,
        long limit
    ) =>
        [
            ReportRows.Table(
                "by_status",
                [.. tasks.GroupBy(static task => task.Status)],
                limit,
                Shapes.StatusCount,
                static (writer, group) =>
                {
                    writer.WriteString("status", group.Key.Name);
                    writer.WriteString("type", group.Key.Type);
                    writer.WriteNumber("tasks", group.Count());
                    writer.WriteNumber("points", group.Sum(static task => task.Points));
                }
            ),
            ReportRows.Table(
                "tasks",
                [.. tasks.OrderBy(static task => task.IsFinished).ThenByDescending(static task => task.IsInProgress)],
                limit,
                Shapes.SprintTask,
                (writer, task) =>
                {
                    writer.WriteString("id", task.Id);
                    writer.WriteString("name", task.Name);
                    writer.WriteString("status", task.Status.Name);
                    writer.WriteTexts("assignees", [.. task.Assignees.Select(static person => person.Name)]);
                    writer.WriteNumber("points", task.Points);
                    writer.WriteString("scope", scope.WordOf(task));
                    writer.WriteString("home", task.List.Id == sprint.List.Id ? "" : task.List.Name);
                }
            ),
            ReportRows.Table(
                "burndown",
                Burndown.Changes(burndown),
                burndown.Count,
                Shapes.BurndownDay,
                static (writer, row) => row.Write(writer)
            ),
        ];
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds the open tasks that are late or at risk of it, and counts them.</summary>
internal sealed class OverdueReportHandler : IToolHandler<ResolvedGetOverdueReport>
{
    private const string ByTask = "task";

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetOverdueReport arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        DateZones zones = await context.Services.GetZonesAsync(cancellationToken);
        Instant now = Instant.FromDateTimeOffset(context.Services.Time.GetUtcNow());
        ClickUpRequest request = arguments.ReadTasksPage(
            subtasks: true,
            includeClosed: false,
            includeTiml: true,
            orderBy: "updated"
        );
        TaskSurvey survey = (await TaskSurvey.ReadAsync(request, context, cancellationToken)).OfOpen();
        IReadOnlyList<LateTask> late = LateTask.Of(survey.Tasks, arguments.Days, now, zones.Days);
        int overdue = late.Count(static task => task.IsOverdue);
        JsonElement head = ReportRows.Thing(writer =>
        {
            writer.WriteNumber("overdue", overdue);
            writer.WriteNumber("at_risk", late.Count - overdue);
            writer.WriteNumber("open", survey.Tasks.Count);
            writer.WriteNumber("without_due", survey.Tasks.Count(static task => task.Due is null));
            LocalDate until = now.InZone(zones.Days).Date.PlusDays((int)arguments.Days);
            writer.WriteNumber("risk_until", TimeZones.EndOfDay(until, zones.Days).ToUnixTimeMilliseconds());
        });
        IReadOnlyList<LateGroup> groups = LateGroup.By(arguments.By == ByTask ? "person" : arguments.By, late);
        ResultPart table =
            arguments.By == ByTask
                ? ReportRows.Table(
                    "tasks",
                    late,
                    arguments.Limit,
                    Shapes.LateTask,
                    static (writer, task) => task.Write(writer)
                )
                : ReportRows.Table(
                    $"by_{arguments.By}",
                    groups,
                    arguments.Limit,
                    Shapes.LateGroup,
                    static (writer, group) => group.Write(writer)
                );
        return HandlerResult.OfParts(head, [table], Notes(survey, groups, late, arguments.By)) with
        {
            Picture = arguments.Picture == true ? Draw(groups, overdue, late.Count - overdue, arguments.By) : null,
        };
    }

    private static List<string> Notes(
        TaskSurvey survey,
        IReadOnlyList<LateGroup> groups,
        IReadOnlyList<LateTask> late,
        string by
    )
    {
        List<string> notes = [survey.Describe("open tasks")];
        if (by == "person" && groups.Sum(static group => group.Tasks.Count) > late.Count)
        {
            notes.Add("A task of several people counts for each.");
        }

        return notes;
    }

    private static string Draw(IReadOnlyList<LateGroup> groups, int overdue, int atRisk, string by) =>
        new BarChart(
            $"Overdue and at risk by {(by == ByTask ? "person" : by)}",
            $"{overdue} overdue, {atRisk} at risk",
            ["overdue", "at risk"],
            [
                .. groups.Select(static group => new ChartBar(
                    group.Key.Name,
                    [group.Overdue, group.AtRisk],
                    $"{group.Overdue} + {group.AtRisk}"
                )),
            ]
        ).Draw();
}

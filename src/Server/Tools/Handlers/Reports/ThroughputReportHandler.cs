using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Counts tasks created and done, and says how long that took.</summary>
internal sealed class ThroughputReportHandler : IToolHandler<ResolvedGetThroughputReport>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetThroughputReport arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ReportPeriod period = await ReportPeriod.ReadAsync(
            arguments.Given.Period,
            arguments.Start,
            arguments.End,
            context,
            cancellationToken
        );
        TaskSurvey created = await TaskSurvey.ReadAsync(Created(arguments, period), context, cancellationToken);
        TaskSurvey done = await TaskSurvey.ReadAsync(Done(arguments, period), context, cancellationToken);
        created = created.Where(task => period.Contains(task.Created));
        done = done.Where(task => task.IsFinished && period.Contains(task.Done));
        FlowTable table = new(period, arguments.By);
        IReadOnlyList<Flow> rows = table.Count(created.Tasks, done.Tasks);
        Flow whole = new(new NamedId("", "total"), created.Tasks.Count, done.Tasks);
        List<ResultPart> parts =
        [
            ReportRows.Table(
                $"by_{arguments.By}",
                rows,
                arguments.Limit,
                Shapes.Flow,
                static (writer, row) => row.Write(writer)
            ),
        ];
        List<string> notes = [created.Describe("tasks that were created"), done.Describe("tasks that were done")];
        if (arguments.TimeInStatus && done.Tasks.Count > 0)
        {
            StatusTimes times = await StatusTimes.ReadAsync(
                done.Tasks,
                tasks => arguments.GetTimeInStatus(tasks),
                context,
                cancellationToken
            );
            parts.Add(times.ToPart(arguments.Limit));
            notes.Add(times.Note);
        }

        if (rows.Sum(static row => row.Done.Count) > done.Tasks.Count)
        {
            notes.Add("A task of several people counts for each of them.");
        }

        return HandlerResult.OfParts(Head(whole, period), parts, notes) with
        {
            Picture = arguments.Picture == true ? Draw(rows, whole, table, arguments.By, period) : null,
        };
    }

    private static ClickUpRequest Created(ResolvedGetThroughputReport arguments, ReportPeriod period) =>
        arguments.ReadTasksPage(
            createdAfter: period.After,
            createdBefore: period.Before,
            subtasks: true,
            includeClosed: true,
            includeTiml: true,
            orderBy: "updated"
        );

    private static ClickUpRequest Done(ResolvedGetThroughputReport arguments, ReportPeriod period) =>
        arguments.ReadTasksPage(
            doneAfter: period.After,
            doneBefore: period.Before,
            subtasks: true,
            includeClosed: true,
            includeTiml: true,
            orderBy: "updated"
        );

    private static JsonElement Head(Flow whole, ReportPeriod period) =>
        ReportRows.Thing(writer =>
        {
            writer.WriteString("period", period.Text);
            whole.WriteFigures(writer);
            if (ReportRows.Mean(whole.LeadTimes) is { } mean)
            {
                writer.WriteNumber("lead_mean", mean);
            }
        });

    private static string Draw(IReadOnlyList<Flow> rows, Flow whole, FlowTable table, string by, ReportPeriod period)
    {
        string title = $"Created and done by {by}, {period.Text}";
        string subtitle = $"{whole.Created} created, {whole.Done.Count} done";
        return table.IsByTime && rows.Count > 1
            ? new LineChart(
                title,
                subtitle,
                ["done", "created"],
                [.. rows.Select(static row => row.Key.Name)],
                [
                    [.. rows.Select(static row => (decimal?)row.Done.Count)],
                    [.. rows.Select(static row => (decimal?)row.Created)],
                ]
            ).Draw()
            : new BarChart(
                title,
                subtitle,
                ["done", "created"],
                [
                    .. rows.Select(static row => new ChartBar(
                        row.Key.Name,
                        [row.Done.Count, row.Created],
                        $"{row.Done.Count} + {row.Created}"
                    )),
                ]
            ).Draw();
    }
}

using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sums tracked time by what the caller asks for.</summary>
internal sealed class TimeReportHandler : IToolHandler<ResolvedGetTimeReport>
{
    private const decimal MillisecondsPerHour = 3_600_000;

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetTimeReport arguments,
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
        ResolvedGetTimeReport bounded = arguments with { Start = period.Start, End = period.End };
        TimeEntrySurvey survey = await TimeEntrySurvey.ReadAsync(
            (place, people) =>
                (bounded with { Assignees = people }).ReadTimeEntries(place.List, place.Folder, place.Space),
            ReportPlace.Of(arguments.Lists, arguments.Folders, arguments.Spaces),
            arguments.Assignees,
            arguments.Workspace,
            context,
            cancellationToken
        );
        TimeSum whole = TimeSum.Of(new NamedId("", "total"), survey.Entries);
        IReadOnlyList<TimeSum> rows = TimeSum.By(survey.Entries, arguments.By, period.Days);
        JsonElement head = ReportRows.Thing(writer =>
        {
            // What a period in the caller's words means is said of every date.
            writer.WriteString("period", arguments.Given.Period is null ? period.Text : null);
            whole.WriteSums(writer);
            writer.WriteNumber("people", survey.Entries.Select(static e => e.Person.Id).Distinct().Count());
        });
        ResultPart table = ReportRows.Table(
            $"by_{arguments.By}",
            rows,
            arguments.Limit,
            Shapes.TimeShare,
            (writer, row) => row.Write(writer, whole.Time)
        );
        return HandlerResult.OfParts(head, [table], Notes(survey, rows, whole)) with
        {
            Picture = arguments.Picture == true ? Draw(rows, whole, arguments.By, period) : null,
        };
    }

    private static IReadOnlyList<string> Notes(TimeEntrySurvey survey, IReadOnlyList<TimeSum> rows, TimeSum whole) =>
        rows.Sum(static row => (decimal)row.Time) > whole.Time
            ?
            [
                survey.Describe(),
                "Time with several tags counts for each of them, so the rows are more than the total.",
            ]
            : [survey.Describe()];

    private static string Draw(IReadOnlyList<TimeSum> rows, TimeSum whole, string by, ReportPeriod period) =>
        new BarChart(
            $"Time by {by}, {period.Text}",
            $"{DurationText.Format(whole.Time)} in all, of which {DurationText.Format(whole.Billable)} billable",
            ["billable", "not billable"],
            [
                .. rows.Select(static row => new ChartBar(
                    row.Key.Name,
                    [row.Billable / MillisecondsPerHour, (row.Time - row.Billable) / MillisecondsPerHour],
                    DurationText.Format(row.Time)
                )),
            ]
        ).Draw();
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sums how long tasks were in each status.</summary>
internal sealed class StatusTimes
{
    // As many as one request takes, and as many requests as one report may cost for this.
    private const int AtOnce = 100;
    private const int MostTasks = 500;

    private readonly Dictionary<string, List<long>> _minutes = new(StringComparer.Ordinal);

    /// <summary>What there is to say of it.</summary>
    public string Note { get; private set; } = "";

    public static async ValueTask<StatusTimes> ReadAsync(
        IReadOnlyList<TaskFacts> tasks,
        Func<IReadOnlyList<TaskId>, ClickUpRequest> request,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        StatusTimes times = new();
        int read = 0;
        try
        {
            foreach (TaskFacts[] some in tasks.Take(MostTasks).Chunk(AtOnce))
            {
                JsonElement response = await context.SendAsync(
                    request([.. some.Select(static task => new TaskId(task.Id))]),
                    cancellationToken
                );
                read += some.Length;
                times.Add(response);
            }
        }
        // Time in status is a ClickApp, which may be off.
        catch (ActionableException refusal) when (refusal.IsRefusal)
        {
            times.Note = $"Time in status could not be read of all: {refusal.What}";
            return times;
        }

        times.Note =
            read == tasks.Count
                ? $"Time in status is that of all {read} tasks that were done."
                : $"Time in status is that of {read} of {tasks.Count} tasks that were done, those changed last.";
        return times;
    }

    /// <summary>The table, the longest status first.</summary>
    public ResultPart ToPart(long limit) =>
        ReportRows.Table(
            "time_in_status",
            [
                .. _minutes
                    .OrderByDescending(static pair => pair.Value.Sum())
                    .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
                    .Select(static pair => new StatusTime(pair.Key, pair.Value)),
            ],
            limit,
            Shapes.StatusTime,
            static (writer, row) => row.Write(writer)
        );

    private void Add(JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonElement task in response.EnumerateObject().Select(static member => member.Value))
        {
            // A task that comes back to a status has been in it once, for all that time.
            foreach (
                IGrouping<string, long> status in task.Items("status_history")
                    // Time since the end is no work.
                    .Where(static period => period.Text("type") is not ("done" or "closed"))
                    .Select(static period =>
                        (
                            Status: period.Text("status") ?? "",
                            Minutes: (long)(LenientValue.Number(period.Member("total_time").Member("by_minute")) ?? 0)
                        )
                    )
                    .GroupBy(static period => period.Status, static period => period.Minutes, StringComparer.Ordinal)
            )
            {
                if (!_minutes.TryGetValue(status.Key, out List<long>? minutes))
                {
                    _minutes.Add(status.Key, minutes = []);
                }

                minutes.Add(status.Sum());
            }
        }
    }
}

using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Counts what was created and done by day, week, month, person or list.</summary>
/// <param name="period">The days that are counted.</param>
/// <param name="by">By what.</param>
internal sealed class FlowTable(ReportPeriod period, string by)
{
    /// <summary>Whether it is divided by time.</summary>
    public bool IsByTime => by is "day" or "week" or "month";

    /// <summary>A row for each; of time also for what has none, so that gaps are seen.</summary>
    public IReadOnlyList<Flow> Count(IReadOnlyList<TaskFacts> created, IReadOnlyList<TaskFacts> done)
    {
        ILookup<string, (NamedId Key, TaskFacts Task)> of = Keyed(created, static task => task.Created);
        ILookup<string, (NamedId Key, TaskFacts Task)> ended = Keyed(done, static task => task.Done);
        IEnumerable<NamedId> keys = IsByTime
            ? CalendarBucket.Between(by, period.FirstDay, period.LastDay)
            : of.Concat(ended).Select(static group => group.First().Key).DistinctBy(static key => key.Id);
        IEnumerable<Flow> rows = keys.Select(key => new Flow(
            key,
            of[key.Id].Count(),
            [.. ended[key.Id].Select(static pair => pair.Task)]
        ));
        return IsByTime
            ? [.. rows]
            :
            [
                .. rows.OrderByDescending(static row => row.Done.Count)
                    .ThenByDescending(static row => row.Created)
                    .ThenBy(static row => row.Key.Name, StringComparer.Ordinal),
            ];
    }

    private ILookup<string, (NamedId Key, TaskFacts Task)> Keyed(
        IReadOnlyList<TaskFacts> tasks,
        Func<TaskFacts, long?> when
    ) =>
        tasks
            .SelectMany(task => KeysOf(task, when(task) ?? 0).Select(key => (Key: key, Task: task)))
            .ToLookup(static pair => pair.Key.Id, StringComparer.Ordinal);

    private NamedId[] KeysOf(TaskFacts task, long when) =>
        by switch
        {
            "person" => LateGroup.PeopleOf(task),
            "list" => [task.List],
            _ => [CalendarBucket.Of(by, Instant.FromUnixTimeMilliseconds(when), period.Days)],
        };
}

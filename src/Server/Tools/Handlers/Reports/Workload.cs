using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Shares open tasks out to their people.</summary>
/// <param name="now">The present.</param>
/// <param name="days">The zone of days.</param>
/// <param name="until">The last moment that is planned.</param>
internal sealed class Workload(Instant now, DateTimeZone days, Instant until)
{
    /// <summary>What each person has to do; who has most of it first, and what nobody has last.</summary>
    public IReadOnlyList<PersonLoad> Share(IEnumerable<TaskFacts> open) =>
        [
            .. open.SelectMany(static task =>
                    LateGroup.PeopleOf(task).Select((person, index) => (Person: person, Index: index, Task: task))
                )
                .GroupBy(static share => share.Person.Id, StringComparer.Ordinal)
                .Select(Load)
                .OrderBy(static load => load.Person.Id.Length == 0)
                .ThenByDescending(static load => load.Left)
                .ThenByDescending(static load => load.Tasks.Count)
                .ThenBy(static load => load.Person.Name, StringComparer.Ordinal),
        ];

    /// <summary>Whether a task is late.</summary>
    public bool IsOverdue(TaskFacts task) =>
        task.Due is { } due && DueDates.IsOverdue(Instant.FromUnixTimeMilliseconds(due), now, days);

    /// <summary>Whether a task is to be done in what is planned.</summary>
    public bool IsDue(TaskFacts task) => task.Due <= until.ToUnixTimeMilliseconds();

    private PersonLoad Load(IGrouping<string, (NamedId Person, int Index, TaskFacts Task)> shares) =>
        new(shares.First().Person)
        {
            Tasks =
            [
                .. shares
                    .Select(static share => share.Task)
                    .OrderByDescending(static task => task.IsInProgress)
                    .ThenByDescending(static task => task.Updated),
            ],
            Overdue = shares.Count(share => IsOverdue(share.Task)),
            Due = shares.Count(share => IsDue(share.Task)),
            Left = shares.Where(share => IsDue(share.Task)).Sum(static share => PartOf(share.Task, share.Index)),
            WithoutEstimate = shares.Count(share => IsDue(share.Task) && share.Task.Estimate == 0),
        };

    // The first ones take what cannot be divided, so that the parts make the whole.
    private static long PartOf(TaskFacts task, int index)
    {
        int people = Math.Max(1, task.Assignees.Length);
        return (task.Left / people) + (index < task.Left % people ? 1 : 0);
    }
}

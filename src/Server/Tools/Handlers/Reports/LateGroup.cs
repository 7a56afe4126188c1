using System.Text.Json;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Late tasks of one person, list or priority.</summary>
/// <param name="Key">What they have in common.</param>
/// <param name="Tasks">The tasks.</param>
internal sealed record LateGroup(NamedId Key, IReadOnlyList<LateTask> Tasks)
{
    private static readonly NamedId Nobody = new("", "(nobody)");
    private static readonly NamedId None = new("", "(none)");

    /// <summary>How many are late.</summary>
    public int Overdue { get; } = Tasks.Count(static task => task.IsOverdue);

    /// <summary>How many are in danger of it.</summary>
    public int AtRisk => Tasks.Count - Overdue;

    /// <summary>Who has the most first.</summary>
    public static IReadOnlyList<LateGroup> By(string by, IEnumerable<LateTask> tasks) =>
        [
            .. tasks
                .SelectMany(task => KeysOf(task.Task, by).Select(key => (Key: key, Task: task)))
                .GroupBy(static pair => pair.Key.Id, StringComparer.Ordinal)
                .Select(static group => new LateGroup(group.First().Key, [.. group.Select(static pair => pair.Task)]))
                .OrderByDescending(static group => group.Overdue)
                .ThenByDescending(static group => group.AtRisk)
                .ThenBy(static group => group.Key.Name, StringComparer.Ordinal),
        ];

    /// <summary>Who a task counts for: each of its people, or nobody.</summary>
    public static NamedId[] PeopleOf(TaskFacts task) => task.Assignees.Length == 0 ? [Nobody] : task.Assignees;

    /// <summary>Writes it as a row.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Key.Name);
        writer.WriteNumber("overdue", Overdue);
        writer.WriteNumber("at_risk", AtRisk);
        writer.WriteNumber("days_late", Tasks.Max(static task => task.DaysLate));
        writer.WriteTexts(
            "tasks",
            [.. Tasks.Select(static task => $"{task.Task.Id} {task.Task.Name}")],
            ReportRows.Examples
        );
    }

    private static NamedId[] KeysOf(TaskFacts task, string by) =>
        by switch
        {
            "person" => PeopleOf(task),
            "list" => [task.List],
            _ => [task.Priority.Length == 0 ? None : new NamedId(task.Priority, task.Priority)],
        };
}

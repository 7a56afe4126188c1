using System.Text.Json;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What happened of one person's tasks and time.</summary>
/// <param name="Person">Who.</param>
internal sealed record PersonSummary(NamedId Person)
{
    /// <summary>Tasks of theirs that were created.</summary>
    public int Created { get; init; }

    /// <summary>Tasks of theirs that were done.</summary>
    public int Done { get; init; }

    /// <summary>Open tasks of theirs that were changed.</summary>
    public int Updated { get; init; }

    /// <summary>Open tasks of theirs that are late.</summary>
    public int Overdue { get; init; }

    /// <summary>Time that they tracked, in milliseconds.</summary>
    public long Time { get; init; }

    /// <summary>A row for each person of whom there is anything to say; who did most first.</summary>
    public static IReadOnlyList<PersonSummary> Of(WorkspaceChanges changes)
    {
        ILookup<string, NamedId> created = People(changes.Created);
        ILookup<string, NamedId> done = People(changes.Done);
        ILookup<string, NamedId> updated = People(changes.Updated);
        ILookup<string, NamedId> overdue = People(changes.Overdue);
        ILookup<string, TrackedTime> time = changes.Time.ToLookup(
            static entry => entry.Person.Id,
            StringComparer.Ordinal
        );
        return
        [
            .. created
                .Concat(done)
                .Concat(updated)
                .Concat(overdue)
                .Select(static group => group.First())
                .Concat(changes.Time.Select(static entry => entry.Person))
                .DistinctBy(static person => person.Id)
                .Select(person => new PersonSummary(person)
                {
                    Created = created[person.Id].Count(),
                    Done = done[person.Id].Count(),
                    Updated = updated[person.Id].Count(),
                    Overdue = overdue[person.Id].Count(),
                    Time = time[person.Id].Sum(static entry => entry.Milliseconds),
                })
                .OrderBy(static row => row.Person.Id.Length == 0)
                .ThenByDescending(static row => row.Done)
                .ThenByDescending(static row => row.Time)
                .ThenBy(static row => row.Person.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes it as a row.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Person.Name);
        writer.WriteNumber("created", Created);
        writer.WriteNumber("done", Done);
        writer.WriteNumber("updated", Updated);
        writer.WriteNumber("overdue", Overdue);
        writer.WriteNumber("time", Time);
    }

    private static ILookup<string, NamedId> People(IEnumerable<TaskFacts> tasks) =>
        tasks.SelectMany(LateGroup.PeopleOf).ToLookup(static person => person.Id, StringComparer.Ordinal);
}

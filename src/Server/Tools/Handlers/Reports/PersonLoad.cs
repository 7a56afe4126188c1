using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What one person has to do.</summary>
/// <param name="Person">Who.</param>
internal sealed record PersonLoad(NamedId Person)
{
    /// <summary>Open tasks, those in progress first and of these the ones changed last.</summary>
    public required IReadOnlyList<TaskFacts> Tasks { get; init; }

    /// <summary>How many are late.</summary>
    public required int Overdue { get; init; }

    /// <summary>How many are late or due in the weeks that are planned.</summary>
    public required int Due { get; init; }

    /// <summary>What is left of the estimates of those, in milliseconds; shared work is divided evenly.</summary>
    public required long Left { get; init; }

    /// <summary>How many of those have no estimate.</summary>
    public required int WithoutEstimate { get; init; }

    /// <summary>The running timer; null for none, or where it was not asked for.</summary>
    public string? Timer { get; init; }

    /// <summary>How many are in progress.</summary>
    public int InProgress => Tasks.Count(static task => task.IsInProgress);

    /// <summary>Writes it as a row.</summary>
    public void Write(Utf8JsonWriter writer, long capacity)
    {
        writer.WriteString("name", Person.Name);
        writer.WriteNumber("open", Tasks.Count);
        writer.WriteNumber("in_progress", InProgress);
        writer.WriteNumber("overdue", Overdue);
        writer.WriteNumber("due", Due);
        writer.WriteNumber("left", Left);
        writer.WriteString("load", Load(capacity));
        writer.WriteNumber("without_estimate", WithoutEstimate);
        writer.WriteString("timer", Timer);
        writer.WriteTexts(
            "works_on",
            Person.Id.Length == 0
                ? []
                : [.. Tasks.Where(static task => task.IsInProgress).Select(static task => task.Name)],
            ReportRows.Examples
        );
    }

    /// <summary>How full the weeks are, as it stands beside a bar.</summary>
    public string Shown(long capacity) =>
        Person.Id.Length == 0
            ? DurationText.Format(Left)
            : $"{DurationText.Format(Left)}, {ReportRows.Percent(Left, capacity)}";

    // Nobody knows how much work is that nobody has estimated.
    private string Load(long capacity) =>
        Person.Id.Length == 0 || (Due > 0 && WithoutEstimate == Due) ? "" : ReportRows.Percent(Left, capacity);
}

using System.Text.Json;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What was created and done of one day, person or list.</summary>
/// <param name="Key">Of which.</param>
/// <param name="Created">How many tasks were created.</param>
/// <param name="Done">The tasks that were done.</param>
internal sealed record Flow(NamedId Key, int Created, IReadOnlyList<TaskFacts> Done)
{
    /// <summary>The times from creation to the end, in milliseconds.</summary>
    public IReadOnlyList<long> LeadTimes =>
        [
            .. Done.Where(static task => task is { Created: not null, Done: not null })
                .Select(static task => Math.Max(0, task.Done!.Value - task.Created!.Value)),
        ];

    /// <summary>Writes it as a row.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Key.Name);
        WriteFigures(writer);
    }

    /// <summary>Writes the figures alone.</summary>
    public void WriteFigures(Utf8JsonWriter writer)
    {
        writer.WriteNumber("created", Created);
        writer.WriteNumber("done", Done.Count);
        writer.WriteNumber("net", Created - Done.Count);
        writer.WriteNumber("points", Done.Sum(static task => task.Points));
        if (ReportRows.Median(LeadTimes) is { } median)
        {
            writer.WriteNumber("lead_median", median);
        }
    }
}

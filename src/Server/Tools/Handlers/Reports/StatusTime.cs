using System.Text.Json;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>How long tasks were in one status.</summary>
/// <param name="Status">Its name.</param>
/// <param name="Minutes">The minutes of each task.</param>
internal sealed record StatusTime(string Status, IReadOnlyList<long> Minutes)
{
    /// <summary>Writes it as a row.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("status", Status);
        writer.WriteNumber("tasks", Minutes.Count);
        writer.WriteNumber("median", ReportRows.Median(Minutes) ?? 0);
        writer.WriteNumber("mean", ReportRows.Mean(Minutes) ?? 0);
        writer.WriteNumber("total", Minutes.Sum());
    }
}

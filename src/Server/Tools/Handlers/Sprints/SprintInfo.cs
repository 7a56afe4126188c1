using System.Text.Json;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A list that is a sprint.</summary>
/// <param name="List">The list.</param>
/// <param name="Folder">The folder that it is in.</param>
/// <param name="Space">The space of that.</param>
/// <param name="Days">Its first and last day; null where nothing says them.</param>
/// <param name="Open">How many of its tasks are not closed, as ClickUp counts them.</param>
internal sealed record SprintInfo(
    NamedId List,
    NamedId Folder,
    NamedId Space,
    (LocalDate First, LocalDate Last)? Days,
    long Open
)
{
    /// <summary>Where it stands on a day.</summary>
    public SprintState StateOn(LocalDate day) =>
        Days is not { } days ? SprintState.Undated
        : day < days.First ? SprintState.Next
        : day > days.Last ? SprintState.Past
        : SprintState.Active;

    /// <summary>Writes what it is.</summary>
    public void Write(Utf8JsonWriter writer, LocalDate today, DateTimeZone zone)
    {
        writer.WriteString("id", List.Id);
        writer.WriteString("name", List.Name);
        writer.WriteString("state", StateOn(today).ToString().ToLowerInvariant());
        if (Days is { } days)
        {
            writer.WriteNumber("start", TimeZones.StartOfDay(days.First, zone).ToUnixTimeMilliseconds());
            writer.WriteNumber("end", TimeZones.EndOfDay(days.Last, zone).ToUnixTimeMilliseconds());
        }

        writer.WriteString("folder", Folder.Name);
        writer.WriteString("space", Space.Name);
    }
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What handlers that look before or after they write ask of a task.</summary>
internal static class TaskReading
{
    /// <summary>The task's home list.</summary>
    public static ListId HomeOf(JsonElement task) => new(task.Member("list").Text("id") ?? string.Empty);

    /// <summary>Whether this is the task's home list.</summary>
    public static bool IsHome(JsonElement task, ListId list) => HomeOf(task).Value == list.Value;

    /// <summary>Whether the list is one of the task's further lists.</summary>
    public static bool IsAlsoIn(JsonElement task, ListId list) =>
        task.Items("locations").Any(place => place.Text("id") == list.Value);

    /// <summary>What a custom field of the task shows; null when it is empty or the task has none such.</summary>
    public static string? ShownIn(JsonElement task, string field, DateZones zones)
    {
        JsonElement found = task.Items("custom_fields").FirstOrDefault(f => f.Text("id") == field);
        return found.ValueKind == JsonValueKind.Object ? CustomFieldReader.Shown(found, zones) : null;
    }

    /// <summary>All subtasks, each followed by its own.</summary>
    public static IEnumerable<JsonElement> Below(JsonElement task) =>
        task.Items("subtasks").SelectMany(static subtask => Below(subtask).Prepend(subtask));

    /// <summary>Whether the task is due before it starts.</summary>
    public static bool EndsBeforeItStarts(JsonElement task) =>
        LenientValue.Number(task.Member("due_date")) < LenientValue.Number(task.Member("start_date"));

    /// <summary>The name of a thing, to be quoted in a sentence.</summary>
    public static string Name(JsonElement thing) => OutputSanitizer.CleanLine(thing.Text("name") ?? "?");
}

using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A move that ClickUp has accepted; whether it happened is seen on the task.</summary>
/// <param name="Move">The move.</param>
/// <param name="Before">The task as it was.</param>
/// <param name="Status">The status that it is to have.</param>
/// <param name="Mapped">What became of the custom fields that the new list has by another id.</param>
internal sealed record SentMove(TaskMove Move, JsonElement Before, JsonElement Status, ChangeParts Mapped)
{
    /// <summary>What happened, for the caller; empty where there is nothing to say.</summary>
    /// <param name="after">The task as it is since.</param>
    /// <exception cref="ActionableException">The task is where it was.</exception>
    public string Report(JsonElement after) =>
        TaskReading.IsHome(after, Move.List)
            ? string.Join(' ', Told(after).Concat(Mapped.Notes))
            : throw new ActionableException(
                $"Task {TaskReading.Name(Before)} is still in list {TaskReading.Name(after.Member("list"))}.",
                "ClickUp accepted the move and did nothing.",
                "Look whether you may add tasks to the new list, or move the task in ClickUp."
            );

    private IEnumerable<string> Told(JsonElement after)
    {
        string held = after.Member("status").Text("status") ?? "?";
        string wanted = Status.Text("status") ?? "?";
        string list = TaskReading.Name(after.Member("list"));
        if (Move.IsTold)
        {
            yield return $"Moved task {TaskReading.Name(after)} from list {TaskReading.Name(Before.Member("list"))} to {list}; its status is {held}.";
        }

        if (!string.Equals(held, wanted, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"ClickUp did not apply the status {wanted}.";
        }

        HashSet<string> kept = [.. Filled(after)];
        string[] lost = [.. Filled(Before).Where(field => !kept.Contains(field))];
        if (lost.Length > 0)
        {
            yield return $"List {list} does not show its custom fields {string.Join(", ", lost)}; they show again where the field is.";
        }
    }

    private static IEnumerable<string> Filled(JsonElement task) =>
        task.Items("custom_fields")
            .Where(static field => CustomFieldReader.Read(field, DateZones.Unknown) is not null)
            .Select(static field => field.Text("name"))
            .OfType<string>();
}

using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Notes what of a task its copy does not get, as far as the task shows it.</summary>
internal static class CopyLosses
{
    public static void Note(TaskNode node, CopyPlace place, CopyParts parts, CopyReport report)
    {
        JsonElement task = node.Task;
        NotePlaces(node, report);
        NotePeople(node, place, parts, report);
        string? status = task.Member("status").Text("status");
        string? mapped = CopiedTask.StatusOf(task, place, parts);
        if (parts.Has(CopyParts.Status) && !string.Equals(status, mapped, StringComparison.OrdinalIgnoreCase))
        {
            report.Lost(
                $"status {Clean(task.Member("status"))}",
                mapped is null
                    ? $"list {place.Name} has none of this name or type, so the copy begins in its first"
                    : $"list {place.Name} has none of this name, so the copy is {mapped}",
                node.Name
            );
        }

        if (task.Text("custom_item_id") is not (null or "0") && CopiedTask.TypeOf(task, place) is null)
        {
            report.Lost("task type", "task types belong to the original's workspace", node.Name);
        }

        if (LenientValue.Number(task.Member("time_spent")) > 0)
        {
            report.Lost("tracked time", "it is of the work on the original", node.Name);
        }
    }

    private static void NotePlaces(TaskNode node, CopyReport report)
    {
        string[] further = [.. node.Task.Items("locations").Select(TaskReading.Name)];
        if (further.Length > 0)
        {
            report.Lost(
                $"place in list {string.Join(", ", further)}",
                "a copy has its home list alone; add_task_to_list adds it",
                node.Name
            );
        }
    }

    private static void NotePeople(TaskNode node, CopyPlace place, CopyParts parts, CopyReport report)
    {
        if (!parts.Has(CopyParts.Assignees))
        {
            return;
        }

        string[] strangers =
        [
            .. node
                .Task.Items("assignees")
                .Where(person => person.Text("id") is { } id && !place.HasMember(id))
                .Select(static person => LenientValue.Text(person, "username") ?? "?"),
        ];
        if (strangers.Length > 0)
        {
            report.Lost(
                $"assignee {string.Join(", ", strangers)}",
                "they are no members of the other workspace",
                node.Name
            );
        }

        if (!place.IsSameWorkspace && node.Task.Items("group_assignees").Any())
        {
            report.Lost("assigned teams", "teams belong to the original's workspace", node.Name);
        }
    }

    private static string Clean(JsonElement status) => LenientValue.Text(status, "status") ?? "?";
}

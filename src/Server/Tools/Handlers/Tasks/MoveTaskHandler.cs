using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Gives a task another home list: maps its status by name and looks whether the move happened.</summary>
internal sealed class MoveTaskHandler : IToolHandler<ResolvedMoveTask>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedMoveTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement task = await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        if (TaskReading.IsHome(task, arguments.List))
        {
            return HandlerResult.Sentence(
                $"Task {Name(task)} is in list {Name(task.Member("list"))} already; nothing was moved."
            );
        }

        JsonElement list = await context.SendAsync(arguments.GetList(), cancellationToken);
        JsonElement status = FindStatus(list, task, arguments.Status?.Value);
        await context.Services.Client.SendAsync(Move(arguments, task, status), cancellationToken);
        JsonElement after = await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        return TaskReading.IsHome(after, arguments.List)
            ? Report(task, after, status)
            : throw new ActionableException(
                $"Task {Name(task)} is still in list {Name(after.Member("list"))}.",
                "ClickUp accepted the move and did nothing.",
                "Look whether you may add tasks to the new list, or move the task in ClickUp."
            );
    }

    /// <summary>The status in the new list: the one asked for, or else the one of the same name.</summary>
    private static JsonElement FindStatus(JsonElement list, JsonElement task, string? wanted)
    {
        string name = wanted ?? task.Member("status").Text("status") ?? string.Empty;
        List<JsonElement> statuses = [.. list.Items("statuses")];
        JsonElement found = statuses.Find(status =>
            string.Equals(status.Text("status"), name, StringComparison.OrdinalIgnoreCase)
        );
        return found.ValueKind == JsonValueKind.Object
            ? found
            : throw new ActionableException(
                $"List {Name(list)} has no status {OutputSanitizer.CleanLine(name)}, so the task was not moved.",
                "A task keeps its status only in a list that has one of that name.",
                "Call move_task again with status set to one of the new list's.",
                [.. statuses.Select(static status => status.Text("status")).OfType<string>()]
            );
    }

    private static ClickUpRequest Move(ResolvedMoveTask arguments, JsonElement task, JsonElement status)
    {
        (string? source, string? destination) = (task.Member("status").Text("id"), status.Text("id"));
        ResolvedMoveTask moved = arguments with
        {
            MoveCustomFields = arguments.CustomFields is { Count: > 0 } ? true : arguments.MoveCustomFields,
        };
        return moved.PutHomeList(arguments.CustomFields, source == destination ? null : Mapping(source, destination));
    }

    private static JsonElement Mapping(string? source, string? destination) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("source_status_id", source);
            writer.WriteString("destination_status_id", destination);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });

    private static HandlerResult Report(JsonElement before, JsonElement after, JsonElement status)
    {
        TaskReadBack moved = new(after);
        moved.Expect("status", "status.status", status.Text("status"));
        HashSet<string> kept = [.. Filled(after)];
        string[] lost = [.. Filled(before).Where(field => !kept.Contains(field))];
        string text =
            $"Moved task {Name(after)} from list {Name(before.Member("list"))} to {Name(after.Member("list"))}; its status is {after.Member("status").Text("status")}.";
        string fields =
            lost.Length == 0
                ? ""
                : $" The new list does not show these custom fields of it: {string.Join(", ", lost)}.";
        return HandlerResult.Sentence($"{text}{fields} {string.Join(' ', moved.Notes)}".TrimEnd());
    }

    private static IEnumerable<string> Filled(JsonElement task) =>
        task.Items("custom_fields")
            .Where(static field => CustomFieldReader.Read(field, DateZones.Unknown) is not null)
            .Select(static field => field.Text("name"))
            .OfType<string>();

    private static string Name(JsonElement thing) => OutputSanitizer.CleanLine(thing.Text("name") ?? "?");
}

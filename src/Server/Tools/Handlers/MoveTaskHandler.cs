using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Gives a task another home list: maps its status by name and looks whether the move happened.</summary>
internal sealed class MoveTaskHandler(ToolServices services) : IToolHandler<MoveTaskArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        MoveTaskArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        using JsonDocument before = await TaskReading.ReadAsync(arguments.Task, context, cancellationToken);
        JsonElement task = before.RootElement;
        if (TaskReading.Home(task) == arguments.List.Id)
        {
            return Say($"Task {Name(task)} is in list {Name(task.Member("list"))} already; nothing was moved.");
        }

        ClickUpResponse answer = await services.Client.SendAsync(
            ClickUpOperations.GetList(new() { List = arguments.List }, context),
            cancellationToken
        );
        using JsonDocument list = ResponseReader.Parse(answer.Body);
        JsonElement status = FindStatus(list.RootElement, task, arguments.Status?.Id);
        await services.Client.SendAsync(
            ClickUpOperations.PutHomeList(Move(arguments, task, status), context),
            cancellationToken
        );
        using JsonDocument after = await TaskReading.ReadAsync(arguments.Task, context, cancellationToken);
        return TaskReading.Home(after.RootElement) == arguments.List.Id
            ? Report(task, after.RootElement, status)
            : throw new ActionableException(
                $"Task {Name(task)} is still in list {Name(after.RootElement.Member("list"))}.",
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

    private static PutHomeListArguments Move(MoveTaskArguments arguments, JsonElement task, JsonElement status)
    {
        (string? source, string? destination) = (task.Member("status").Text("id"), status.Text("id"));
        return new()
        {
            Task = arguments.Task,
            List = arguments.List,
            MoveCustomFields = arguments.CustomFields is { Count: > 0 } ? true : arguments.MoveCustomFields,
            CustomFieldsToMove = arguments.CustomFields,
            StatusMappings = source == destination ? null : Mapping(source, destination),
        };
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

    private static ToolResult Report(JsonElement before, JsonElement after, JsonElement status)
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
        return Say($"{text}{fields} {string.Join(' ', moved.Notes)}".TrimEnd());
    }

    private static IEnumerable<string> Filled(JsonElement task) =>
        task.Items("custom_fields")
            .Where(static field => CustomFieldReader.Read(field, "UTC") is not null)
            .Select(static field => field.Text("name"))
            .OfType<string>();

    private static string Name(JsonElement thing) => OutputSanitizer.CleanLine(thing.Text("name") ?? "?");

    private static ToolResult Say(string text) => new(OutputSanitizer.CleanLine(text));
}

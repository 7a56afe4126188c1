using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Fields;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Custom field definitions per level, and values of tasks.</summary>
internal static class CustomFieldEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/list/{list_id}/field", static call => Show(call, OfList(call.List))),
        new("GET", "/api/v2/folder/{folder_id}/field", static call => Show(call, OfFolder(call.Folder))),
        new("GET", "/api/v2/space/{space_id}/field", static call => Show(call, OfSpace(call.Space))),
        new("GET", "/api/v2/team/{team_id}/field", static call => Show(call, OfWorkspace(call.Workspace))),
        new("POST", "/api/v2/task/{task_id}/field/{field_id}", SetValue),
        new("DELETE", "/api/v2/task/{task_id}/field/{field_id}", RemoveValue),
    ];

    // Only the list's call includes what is inherited; the others show what is defined at their own level.
    private static Func<CustomField, bool> OfList(TaskList list) => field => field.IsInherited(list);

    private static Func<CustomField, bool> OfFolder(Folder folder) => field => field.Folder == folder;

    private static Func<CustomField, bool> OfSpace(Space space) => field => field.Space == space;

    private static Func<CustomField, bool> OfWorkspace(Workspace workspace) =>
        field => field is { Space: null, Folder: null, List: null } && field.Workspace == workspace;

    private static ApiResponse Show(Call call, Func<CustomField, bool> isVisible)
    {
        var withTaskTypes = call.Query.IsTrue("include_applied_objects");
        return ApiResponse.Object(writer =>
            writer.WriteList(
                "fields",
                call.World.Fields.Where(isVisible),
                (inner, field) => CustomFieldJson.WriteDefinition(inner, field, withTaskTypes)
            )
        );
    }

    private static ApiResponse SetValue(Call call)
    {
        var (task, field) = (call.Task, Find(call));
        JsonElement? current = task.FieldValues.TryGetValue(field.Id, out var held) ? held : null;
        if (FieldValueReader.Read(call.World, field, call.Body, current) is { } stored)
        {
            task.FieldValues[field.Id] = stored;
        }
        else
        {
            task.FieldValues.Remove(field.Id);
        }

        task.DateUpdated = call.Now;
        return ApiResponse.Empty;
    }

    private static ApiResponse RemoveValue(Call call)
    {
        var (task, field) = (call.Task, Find(call));
        task.FieldValues.Remove(field.Id);
        task.DateUpdated = call.Now;
        return ApiResponse.Empty;
    }

    private static CustomField Find(Call call)
    {
        var task = call.Task;
        var field = call.World.Fields.Find(field => field.Id == call.Path["field_id"]);
        return field?.AppliesTo(task) == true
            ? field
            : throw Refuse.BadRequest("Custom field is not available for this task");
    }
}

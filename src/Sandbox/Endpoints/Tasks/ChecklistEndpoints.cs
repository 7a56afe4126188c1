using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Checklists of tasks.</summary>
internal static class ChecklistEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/task/{task_id}/checklist", Create),
        new("PUT", "/api/v2/checklist/{checklist_id}", Edit),
        new("DELETE", "/api/v2/checklist/{checklist_id}", Delete),
    ];

    public static ApiResponse Show(Checklist checklist, bool withPeople) =>
        ApiResponse.Object(writer =>
        {
            writer.WritePropertyName("checklist");
            ChecklistJson.Write(writer, checklist, withPeople);
        });

    private static ApiResponse Create(Call call)
    {
        var name = Names.Required(call.Body, "Checklist name invalid");
        return Show(Checklists.Add(call.World, call.Task, call.Caller, name, call.Now), withPeople: false);
    }

    private static ApiResponse Edit(Call call)
    {
        var checklist = call.Checklist;
        checklist.Name = Names.OrCurrent(call.Body, checklist.Name);
        if (call.Body.Number("position") is { } position)
        {
            var siblings = checklist.Task.Checklists;
            siblings.Remove(checklist);
            siblings.Insert((int)Math.Clamp(position, 0, siblings.Count), checklist);
        }

        return ApiResponse.Empty;
    }

    private static ApiResponse Delete(Call call)
    {
        var checklist = call.Checklist;
        checklist.Task.Checklists.Remove(checklist);
        call.World.Checklists.Remove(checklist.Id);
        return ApiResponse.Empty;
    }
}

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

    public static Answer Show(Checklist checklist, bool withPeople) =>
        Answer.Object(writer =>
        {
            writer.WritePropertyName("checklist");
            ChecklistJson.Write(writer, checklist, withPeople);
        });

    private static Answer Create(Call call)
    {
        var name = Names.Required(call.Body, "Checklist name invalid");
        return Show(Checklists.Add(call.World, call.Task, call.Caller, name, call.Now), withPeople: false);
    }

    private static Answer Edit(Call call)
    {
        var checklist = call.Checklist;
        checklist.Name = Names.OrCurrent(call.Body, checklist.Name);
        if (call.Body.Number("position") is { } position)
        {
            var siblings = checklist.Task.Checklists;
            siblings.Remove(checklist);
            siblings.Insert((int)Math.Clamp(position, 0, siblings.Count), checklist);
        }

        return Answer.Empty;
    }

    private static Answer Delete(Call call)
    {
        var checklist = call.Checklist;
        checklist.Task.Checklists.Remove(checklist);
        call.World.Checklists.Remove(checklist.Id);
        return Answer.Empty;
    }
}

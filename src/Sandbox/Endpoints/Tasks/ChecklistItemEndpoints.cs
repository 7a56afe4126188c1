using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Lines of checklists.</summary>
internal static class ChecklistItemEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/checklist/{checklist_id}/checklist_item", Create),
        new("PUT", "/api/v2/checklist/{checklist_id}/checklist_item/{checklist_item_id}", Edit),
        new("DELETE", "/api/v2/checklist/{checklist_id}/checklist_item/{checklist_item_id}", Delete),
    ];

    private static ApiResponse Create(Call call)
    {
        var checklist = call.Checklist;
        var item = Checklists.AddItem(call.World, checklist, Names.Required(call.Body, "Item name invalid"), call.Now);
        item.Assignee = call.FindMember(call.Body.Number("assignee"));
        return ChecklistEndpoints.Show(checklist, withPeople: true);
    }

    private static ApiResponse Edit(Call call)
    {
        var (checklist, item, body) = (call.Checklist, Find(call), call.Body);
        item.Name = Names.OrCurrent(body, item.Name);
        item.IsResolved = body.Flag("resolved") ?? item.IsResolved;
        item.Assignee = body.IsNull("assignee") ? null : call.FindMember(body.Number("assignee")) ?? item.Assignee;
        if (body.IsNull("parent"))
        {
            item.Parent = null;
        }
        else if (body.Text("parent") is { } parent && parent != item.Id)
        {
            item.Parent = checklist.FindItem(parent) ?? item.Parent;
        }

        return ChecklistEndpoints.Show(checklist, withPeople: false);
    }

    private static ApiResponse Delete(Call call)
    {
        var (checklist, item) = (call.Checklist, Find(call));
        Remove(checklist, item);
        return ApiResponse.Empty;
    }

    private static void Remove(Checklist checklist, ChecklistItem item)
    {
        foreach (var child in checklist.Items.Where(child => child.Parent == item).ToList())
        {
            Remove(checklist, child);
        }

        checklist.Items.Remove(item);
    }

    private static ChecklistItem Find(Call call) =>
        call.Checklist.FindItem(call.Path["checklist_item_id"]) ?? throw Refuse.UnknownId();
}

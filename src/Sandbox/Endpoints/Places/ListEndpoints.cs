using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Tasks;
using ClickUpMcp.Sandbox.Views;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Lists, in folders and directly in spaces.</summary>
internal static class ListEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/folder/{folder_id}/list", static call => GetAll(call, InFolder(call.Folder))),
        new("POST", "/api/v2/folder/{folder_id}/list", static call => Create(call, call.Folder)),
        new("GET", "/api/v2/space/{space_id}/list", static call => GetAll(call, WithoutFolder(call.Space))),
        new("POST", "/api/v2/space/{space_id}/list", static call => Create(call, NewHiddenFolder(call))),
        new("GET", "/api/v2/list/{list_id}", static call => Show(call, call.List, ListForm.Single)),
        new("PUT", "/api/v2/list/{list_id}", Update),
        new("DELETE", "/api/v2/list/{list_id}", Delete),
    ];

    private static Func<TaskList, bool> InFolder(Folder folder) => list => list.Folder == folder;

    private static Func<TaskList, bool> WithoutFolder(Space space) =>
        list => list.Space == space && list.Folder.IsHidden;

    private static ApiResponse GetAll(Call call, Func<TaskList, bool> isThere)
    {
        var isArchived = call.Query.IsTrue("archived");
        var lists = call.World.Lists.Values.Where(list => list.IsArchived == isArchived && isThere(list));
        return ApiResponse.Object(writer =>
            writer.WriteList("lists", lists, (inner, list) => ListJson.Write(inner, call.World, list, ListForm.Listed))
        );
    }

    private static Folder NewHiddenFolder(Call call)
    {
        _ = Names.Required(call.Body, "List name invalid");
        return NewPlace.AddHiddenFolder(call.World, call.Space);
    }

    private static ApiResponse Create(Call call, Folder folder)
    {
        var name = Names.Required(call.Body, "List name invalid");
        var list = NewPlace.AddList(call.World, folder, name);
        Apply(call, list);
        RequiredViews.Add(call.World, list, call.Caller, call.Now);
        return Show(call, list, ListForm.Created);
    }

    // A folder_id in the body is ignored: lists cannot be moved.
    private static ApiResponse Update(Call call)
    {
        var list = call.List;
        list.Name = Names.OrCurrent(call.Body, list.Name);
        Apply(call, list);
        return Show(call, list, ListForm.Single);
    }

    private static ApiResponse Delete(Call call)
    {
        call.World.Remove(call.List);
        return ApiResponse.Empty;
    }

    private static void Apply(Call call, TaskList list)
    {
        var body = call.Body;
        list.Content = body.Text("markdown_content") ?? body.Text("content") ?? list.Content;
        list.ColorName = body.Flag("unset_status") == true ? null : body.Text("status") ?? list.ColorName;
        list.Priority =
            body.IsNull("priority") || body.Flag("unset_priority") == true ? null
            : body.Number("priority") is >= 1 and <= 4 and var priority ? (int)priority
            : list.Priority;
        list.Assignee = body.Text("assignee") is "none" or ""
            ? null
            : call.FindMember(body.Number("assignee")) ?? list.Assignee;
        if (body.IsNull("due_date") || body.Flag("unset_due_date") == true)
        {
            list.DueDate = null;
        }
        else if (body.Number("due_date") is { } due)
        {
            list.DueDateHasTime = body.Flag("due_date_time") == true;
            list.DueDate = list.DueDateHasTime ? due : WorkspaceClock.AtFour(due);
        }
    }

    private static ApiResponse Show(Call call, TaskList list, ListForm form) =>
        ApiResponse.Json(writer => ListJson.Write(writer, call.World, list, form));
}

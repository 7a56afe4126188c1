using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Creating and updating tasks.</summary>
internal static class TaskChangeEndpoints
{
    public static Route[] Routes { get; } =
    [new("POST", "/api/v2/list/{list_id}/task", Create), new("PUT", "/api/v2/task/{task_id}", Update)];

    private static ApiResponse Create(Call call)
    {
        var list = call.List;
        var name = Names.Required(call.Body, "Task name invalid");
        var status = FindStatus(call.Body, list, "Status not found", "CRTSK_001") ?? list.Statuses[0];
        var parent = Parent(call, list);
        var linked = FindTask(call, "links_to");
        var fields = TaskWriter.ReadFields(call, list);
        var task = NewTask.Add(call.World, list, call.Caller, name, status, call.Now);
        SetParent(task, parent);
        TaskWriter.Apply(call, task);
        TaskWriter.Enter(task, status, call.Now);
        foreach (var (id, value) in fields)
        {
            task.FieldValues[id] = value;
        }

        task.Assignees.AddRange(People(call, call.Body.Numbers("assignees")));
        KeepOne(task);
        task.GroupAssignees.AddRange(call.Body.Texts("group_assignees"));
        foreach (var tag in call.Body.Texts("tags"))
        {
            TaskTags.Add(task, tag, call.Caller);
        }

        if (linked is not null)
        {
            TaskRelations.Link(task, linked, call.Caller, call.Now);
        }

        return Show(call, task);
    }

    // list_id, tags and custom_fields in the body are ignored here, as on the wire.
    private static ApiResponse Update(Call call)
    {
        var task = call.Task;
        var status = FindStatus(call.Body, task.List, "Status does not exist", "ITEM_114");
        if (Parent(call, task.List) is { } parent)
        {
            SetParent(task, parent);
        }

        TaskWriter.Apply(call, task);
        if (status is not null)
        {
            TaskWriter.Enter(task, status, call.Now);
        }

        ChangePeople(call, "assignees", task.Assignees);
        KeepOne(task);
        ChangePeople(call, "watchers", task.Watchers);
        if (call.Body.Object("group_assignees") is { } groups)
        {
            task.GroupAssignees.AddRange(groups.Texts("add").Except(task.GroupAssignees, StringComparer.Ordinal));
            task.GroupAssignees.RemoveAll(groups.Texts("rem").Contains);
        }

        return Show(call, task);
    }

    // An array, the form of a create, is ignored.
    private static void ChangePeople(Call call, string name, List<Member> people)
    {
        if (call.Body.Object(name) is { } change)
        {
            people.AddRange(People(call, change.Numbers("add")).Except(people));
            people.RemoveAll(member => change.Numbers("rem").Contains(member.Id));
        }
    }

    // Without the ClickApp for several assignees a task has one.
    private static void KeepOne(TaskItem task)
    {
        if (!task.List.Space.MultipleAssignees && task.Assignees.Count > 1)
        {
            task.Assignees.RemoveRange(1, task.Assignees.Count - 1);
        }
    }

    private static List<Member> People(Call call, IEnumerable<long> ids) =>
        [.. ids.Distinct().Select(id => call.FindMember(id)).OfType<Member>()];

    private static Status? FindStatus(RequestBody body, TaskList list, string refusal, string code) =>
        body.Text("status") is { } name ? list.FindStatus(name) ?? throw Refuse.BadRequest(refusal, code) : null;

    private static TaskItem? FindTask(Call call, string name) =>
        call.Body.Text(name) is { } id ? call.World.Tasks.GetValueOrDefault(id) ?? throw Refuse.UnknownTask() : null;

    // Subtasks are in the list of their parent.
    private static TaskItem? Parent(Call call, TaskList list) =>
        FindTask(call, "parent") is not { } parent ? null
        : parent.List == list ? parent
        : throw Refuse.BadRequest("Parent not child of list", "ITEM_137");

    private static void SetParent(TaskItem task, TaskItem? parent)
    {
        for (var above = parent; above is not null; above = above.Parent)
        {
            if (above == task)
            {
                throw Refuse.BadRequest("A task cannot be its own parent");
            }
        }

        task.Parent?.Subtasks.Remove(task);
        task.Parent = parent;
        parent?.Subtasks.Add(task);
    }

    private static ApiResponse Show(Call call, TaskItem task) =>
        ApiResponse.Json(writer => TaskJson.Write(writer, call.World, task, TaskForm.Single));
}

using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Views;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Views of the workspace, of spaces, folders and lists.</summary>
internal static class ViewEndpoints
{
    private const int PageSize = 30;

    private static readonly string[] Types =
    [
        "list",
        "board",
        "calendar",
        "table",
        "timeline",
        "workload",
        "activity",
        "map",
        View.Conversation,
        "gantt",
    ];

    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/team/{team_id}/view", static call => GetAll(call, new(Workspace: call.Workspace))),
        new("POST", "/api/v2/team/{team_id}/view", static call => Create(call, new(Workspace: call.Workspace))),
        new("GET", "/api/v2/space/{space_id}/view", static call => GetAll(call, new(Space: call.Space))),
        new("POST", "/api/v2/space/{space_id}/view", static call => Create(call, new(Space: call.Space))),
        new("GET", "/api/v2/folder/{folder_id}/view", static call => GetAll(call, new(Folder: call.Folder))),
        new("POST", "/api/v2/folder/{folder_id}/view", static call => Create(call, new(Folder: call.Folder))),
        new("GET", "/api/v2/list/{list_id}/view", static call => GetAll(call, new(List: call.List))),
        new("POST", "/api/v2/list/{list_id}/view", static call => Create(call, new(List: call.List))),
        new("GET", "/api/v2/view/{view_id}", static call => Show(call.View)),
        new("PUT", "/api/v2/view/{view_id}", Update),
        new("DELETE", "/api/v2/view/{view_id}", Delete),
        new("GET", "/api/v2/view/{view_id}/task", GetTasks),
    ];

    // The views that a list has anyway come apart, by their type.
    private static ApiResponse GetAll(Call call, ViewParent parent)
    {
        var views = call
            .World.Views.Values.Where(view => view.Parent == parent)
            .ToLookup(static view => view.IsRequired);
        return ApiResponse.Object(writer =>
        {
            writer.WriteList("views", views[false], ViewJson.Write);
            if (views.Contains(true))
            {
                writer.WriteStartObject("required_views");
                foreach (var type in RequiredViews.Types)
                {
                    writer.WritePropertyName(type);
                    ViewJson.WriteOrNull(writer, views[true].FirstOrDefault(view => view.Type == type));
                }

                writer.WriteEndObject();
            }
        });
    }

    private static ApiResponse Create(Call call, ViewParent parent)
    {
        var body = call.Body;
        var view = new View
        {
            Id = call.World.Ids.View(),
            Parent = parent,
            Name = Names.Required(body, "View name invalid", code: null),
            Type = Type(body) ?? throw BadType(),
            Creator = call.Caller,
            DateCreated = call.Now,
            OrderIndex = call.World.Views.Count,
            Parts = ViewParts.Read(body),
        };
        call.World.Views.Add(view.Id, view);
        return Show(view);
    }

    // The whole definition is replaced: parts that the body leaves out are lost. A view does not move.
    private static ApiResponse Update(Call call)
    {
        var (view, body) = (call.View, call.Body);
        view.Name = Names.OrCurrent(body, view.Name);
        view.Type = Type(body) ?? view.Type;
        view.Parts = ViewParts.Read(body);
        view.Visibility = body.Text("visibility") ?? view.Visibility;
        if (body.Flag("protected") is { } isProtected)
        {
            view.IsProtected = isProtected;
            view.ProtectedBy = isProtected ? call.FindMember(body.Number("protected_by")) ?? call.Caller : null;
            view.DateProtected = isProtected ? call.Now : null;
        }

        view.ProtectedNote = body.Text("protected_note") ?? view.ProtectedNote;
        return Show(view);
    }

    private static ApiResponse Delete(Call call)
    {
        if (call.View.IsRequired)
        {
            throw Refuse.BadRequest("Required views cannot be deleted");
        }

        call.World.Views.Remove(call.View.Id);
        return ApiResponse.Empty;
    }

    private static ApiResponse GetTasks(Call call)
    {
        var view = call.View;
        var first = (int)((call.Query.Number("page") ?? 0) * PageSize);
        var filter = new ViewFilter(view, call.Caller);
        var found = call
            .World.Tasks.Values.Where(task => !task.IsArchived && view.Parent.Holds(task) && filter.Shows(task))
            .ToList();
        return ApiResponse.Object(writer =>
        {
            writer.WriteList(
                "tasks",
                found.Skip(first).Take(PageSize),
                (inner, task) => TaskJson.Write(inner, call.World, task, TaskForm.Viewed)
            );
            writer.WriteBoolean("last_page", first + PageSize >= found.Count);
        });
    }

    private static string? Type(RequestBody body) =>
        body.Text("type") is not { } type ? null
        : Types.Contains(type) ? type
        : throw BadType();

    private static ApiException BadType() => Refuse.BadRequest("View type invalid");

    private static ApiResponse Show(View view) =>
        ApiResponse.Object(writer =>
        {
            writer.WritePropertyName("view");
            ViewJson.Write(writer, view);
        });
}

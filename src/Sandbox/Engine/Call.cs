using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>One request on its way through an endpoint.</summary>
/// <param name="Now">Unix milliseconds.</param>
internal sealed record Call(
    World World,
    Member Caller,
    long Now,
    IReadOnlyDictionary<string, string> Path,
    QueryString Query,
    RequestBody Body
)
{
    /// <summary>Version 2 calls it team, version 3 workspace.</summary>
    public Workspace Workspace =>
        World.Workspaces.GetValueOrDefault(Digits(Path.ContainsKey("team_id") ? "team_id" : "workspace_id"))
        ?? throw Refuse.UnknownId();

    public Space Space => FindSpace(Digits("space_id")) ?? throw Refuse.UnknownSpace();

    public Folder Folder => World.Folders.GetValueOrDefault(Digits("folder_id")) ?? throw Refuse.UnknownId();

    public TaskList List => World.Lists.GetValueOrDefault(Digits("list_id")) ?? throw Refuse.UnknownList();

    public TaskItem Task => FindTask(Path["task_id"]) ?? throw Refuse.UnknownTask();

    /// <summary>A task by its id alone, for the operations that do not know custom ids.</summary>
    public TaskItem TaskWithoutCustomId => World.Tasks.GetValueOrDefault(Path["task_id"]) ?? throw Refuse.UnknownTask();

    /// <summary>A task of the workspace in the path by either kind of id, as version 3 takes them.</summary>
    public TaskItem TaskOfWorkspace
    {
        get
        {
            var (workspace, id) = (Workspace, Path["task_id"]);
            var task = World.Tasks.GetValueOrDefault(id) ?? World.TasksByCustomId.GetValueOrDefault(id);
            return task?.List.Space.Workspace == workspace ? task : throw Refuse.NotFound("Task");
        }
    }

    public Comment Comment => World.Comments.GetValueOrDefault(Number("comment_id")) ?? throw Refuse.UnknownId();

    public Checklist Checklist => World.Checklists.GetValueOrDefault(Path["checklist_id"]) ?? throw Refuse.UnknownId();

    public View View => World.Views.GetValueOrDefault(Path["view_id"]) ?? throw Refuse.UnknownId();

    public Goal Goal => World.Goals.GetValueOrDefault(Path["goal_id"]) ?? throw Refuse.UnknownId();

    public KeyResult KeyResult => World.KeyResults.GetValueOrDefault(Path["key_result_id"]) ?? throw Refuse.UnknownId();

    public Webhook Webhook => World.Webhooks.GetValueOrDefault(Path["webhook_id"]) ?? throw Refuse.UnknownId();

    /// <summary>The workspace of the path, for operations that only the highest plan has.</summary>
    public Workspace EnterpriseWorkspace => OnEnterprise(Workspace);

    public static Workspace OnEnterprise(Workspace workspace) =>
        workspace.Plan == Plan.Enterprise ? workspace : throw Refuse.NeedsEnterprise();

    public Space? FindSpace(string id) => World.Spaces.GetValueOrDefault(id);

    /// <summary>Custom ids only count with custom_task_ids=true and the workspace in team_id.</summary>
    public TaskItem? FindTask(string id) =>
        Query.IsTrue("custom_task_ids") && Query.Text("team_id") is { } team
            ? World.TasksByCustomId.GetValueOrDefault(id) is { } task && task.List.Space.Workspace.Id == team
                ? task
                : null
            : World.Tasks.GetValueOrDefault(id);

    /// <summary>A member of the workspace, or null for ids that nobody there has.</summary>
    public Member? FindMember(long? id) =>
        id is { } known ? World.Workspaces.Values.Select(team => team.FindMember(known)).FirstOrDefault(NotNull) : null;

    /// <summary>A group of people that a body names.</summary>
    public UserGroup Group(string id) =>
        World.Workspaces.Values.SelectMany(static team => team.Groups).FirstOrDefault(group => group.Id == id)
        ?? throw Refuse.BadRequest($"Group {id} not found");

    /// <summary>A number in the path.</summary>
    public long Number(string name) => long.Parse(Digits(name));

    private static bool NotNull(Member? member) => member is not null;

    private string Digits(string name)
    {
        var text = Path[name];
        return long.TryParse(text, out _) ? text : throw Refuse.IdSyntax(text);
    }
}

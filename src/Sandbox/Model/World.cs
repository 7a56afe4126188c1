namespace ClickUpMcp.Sandbox.Model;

/// <summary>Everything the sandbox knows; the engine serialises access to it.</summary>
internal sealed class World
{
    public IdSource Ids { get; } = new();

    /// <summary>The time zone in everybody's settings.</summary>
    public required string? TimeZone { get; init; }

    /// <summary>Where files are fetched from.</summary>
    public required FileOrigin Files { get; init; }

    /// <summary>Whether a task may not wait for itself.</summary>
    public bool RefusesSelfDependency { get; init; }

    public OrderedDictionary<string, Workspace> Workspaces { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Space> Spaces { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Folder> Folders { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, TaskList> Lists { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, TaskItem> Tasks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TaskItem> TasksByCustomId { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Checklist> Checklists { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<long, Comment> Comments { get; } = [];

    public OrderedDictionary<string, TimeEntry> TimeEntries { get; } = new(StringComparer.Ordinal);

    public List<CustomField> Fields { get; } = [];

    public OrderedDictionary<string, View> Views { get; } = new(StringComparer.Ordinal);

    public List<GoalFolder> GoalFolders { get; } = [];

    public OrderedDictionary<string, Goal> Goals { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, KeyResult> KeyResults { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Webhook> Webhooks { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Doc> Docs { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, DocPage> Pages { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Channel> Channels { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, ChatMessage> Messages { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Attachment> Attachments { get; } = new(StringComparer.Ordinal);
    public HashSet<string> UsedCodes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> IssuedTokens { get; } = new(StringComparer.Ordinal);

    public IEnumerable<TaskItem> TasksOf(TaskList list) => Tasks.Values.Where(task => task.List == list);
}

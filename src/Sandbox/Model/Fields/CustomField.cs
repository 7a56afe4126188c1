namespace ClickUpMcp.Sandbox.Model;

/// <summary>The definition of a custom field at one level of the hierarchy.</summary>
internal sealed class CustomField
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required FieldType Type { get; init; }

    public required Workspace Workspace { get; init; }

    public required long DateCreated { get; init; }

    /// <summary>The type_config as JSON.</summary>
    public required byte[] TypeConfig { get; init; }

    public Space? Space { get; init; }

    public Folder? Folder { get; init; }

    public TaskList? List { get; init; }

    /// <summary>Lists elsewhere that took the field over with a task that was moved there.</summary>
    public List<TaskList> FurtherLists { get; } = [];

    public List<FieldOption> Options { get; init; } = [];

    /// <summary>Custom task types that have this field; empty means all.</summary>
    public List<long> TaskTypes { get; init; } = [];

    /// <summary>Inclusive bounds of ratings and progress.</summary>
    public double Minimum { get; init; }

    public double Maximum { get; init; }

    public bool AppliesTo(TaskItem task) => AppliesTo(task.List, task.CustomItemId);

    public bool AppliesTo(TaskList list, long taskType) =>
        IsInherited(list) && (TaskTypes.Count == 0 || TaskTypes.Contains(taskType));

    public bool IsInherited(TaskList list) =>
        Workspace == list.Space.Workspace
        && (
            FurtherLists.Contains(list)
            || (
                (Space is null || Space == list.Space)
                && (Folder is null || Folder == list.Folder)
                && (List is null || List == list)
            )
        );
}

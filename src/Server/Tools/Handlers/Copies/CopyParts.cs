namespace ClickUpMcp.Tools.Handlers;

/// <summary>Which parts of a task a copy gets; its name, list and place below its parent it always has.</summary>
/// <param name="include">The only parts that are wanted; null or none for all but comments and watchers.</param>
/// <param name="without">Parts that are not wanted.</param>
internal sealed class CopyParts(IReadOnlyList<string>? include, IReadOnlyList<string>? without)
{
    public const string Assignees = "assignees";
    public const string Attachments = "attachments";
    public const string Checklists = "checklists";
    public const string Comments = "comments";
    public const string CustomFields = "custom_fields";
    public const string Dates = "dates";
    public const string Dependencies = "dependencies";
    public const string Description = "description";
    public const string Estimate = "estimate";
    public const string Priority = "priority";
    public const string Status = "status";
    public const string Subtasks = "subtasks";
    public const string Tags = "tags";
    public const string Watchers = "watchers";

    /// <summary>Whether comments and watchers are wanted although nothing names them.</summary>
    public bool IsWhole { private get; init; }

    /// <summary>Whether a part is wanted.</summary>
    public bool Has(string part) =>
        (include is { Count: > 0 } ? include.Contains(part) : part is not (Comments or Watchers) || IsWhole)
        && without?.Contains(part) != true;
}

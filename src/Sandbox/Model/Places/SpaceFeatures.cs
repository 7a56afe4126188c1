namespace ClickUpMcp.Sandbox.Model;

/// <summary>The ClickApps of a space, by their name on the wire.</summary>
internal sealed class SpaceFeatures
{
    public const string Points = "points";
    public const string Tags = "tags";
    public const string TimeEstimates = "time_estimates";
    public const string TimeTracking = "time_tracking";

    private readonly HashSet<string> _off = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Names { get; } =
    [
        "sprints",
        Points,
        "custom_items",
        TimeTracking,
        Tags,
        TimeEstimates,
        "checklists",
        "zoom",
        "milestones",
        "custom_fields",
        "remap_dependencies",
        "dependency_warning",
        "multiple_assignees",
        "portfolios",
        "emails",
    ];

    public bool DueDates { get; set; } = true;

    public bool StartDate { get; set; } = true;

    public bool RemapDueDates { get; set; } = true;

    public bool RemapClosedDueDate { get; set; }

    /// <summary>The "Tasks in Multiple Lists" ClickApp; the API does not show it.</summary>
    public bool TasksInMultipleLists { get; set; }

    public bool IsOn(string name) => !_off.Contains(name);

    public void Switch(string name, bool on)
    {
        if (on)
        {
            _off.Remove(name);
        }
        else
        {
            _off.Add(name);
        }
    }
}

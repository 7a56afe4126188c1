namespace ClickUpMcp.Sandbox.Model;

/// <summary>Time tracked by one person; without an end it is the running timer.</summary>
internal sealed class TimeEntry
{
    public required string Id { get; init; }

    public required Workspace Workspace { get; init; }

    public required Member User { get; init; }

    public required long Start { get; set; }

    public required long At { get; set; }

    public long? End { get; set; }

    public TaskItem? Task { get; set; }

    public string Description { get; set; } = "";

    public bool IsBillable { get; set; }

    public List<Tag> Tags { get; } = [];

    public List<TimeEntryChange> History { get; } = [];

    /// <summary>What became of it where it was submitted for approval.</summary>
    public TimeApproval? Approval { get; set; }

    public bool IsRunning => End is null;

    /// <summary>Milliseconds; negative while the timer runs, where only the sign means something.</summary>
    public long Duration => End is { } end ? end - Start : -Start;
}

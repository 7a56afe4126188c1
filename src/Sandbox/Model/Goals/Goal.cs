namespace ClickUpMcp.Sandbox.Model;

/// <summary>A goal with its key results, which the UI calls targets.</summary>
internal sealed class Goal
{
    public required string Id { get; init; }

    /// <summary>The number in its address.</summary>
    public required int PrettyId { get; init; }

    public required Workspace Workspace { get; init; }

    public required Member Creator { get; init; }

    public required string Name { get; set; }

    public required long DateCreated { get; init; }

    public long DateUpdated { get; set; }

    public long? DueDate { get; set; }

    public string Description { get; set; } = "";

    public string Color { get; set; } = "#32a852";

    public bool MultipleOwners { get; set; }

    public GoalFolder? Folder { get; init; }

    public List<Member> Owners { get; } = [];

    public List<KeyResult> KeyResults { get; } = [];
}

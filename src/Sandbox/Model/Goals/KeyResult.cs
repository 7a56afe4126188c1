namespace ClickUpMcp.Sandbox.Model;

/// <summary>What a goal is measured by: a count between two numbers, or the finished tasks of tasks and lists.</summary>
internal sealed class KeyResult
{
    public const string Automatic = "automatic";

    public required string Id { get; init; }

    public required Goal Goal { get; init; }

    public required Member Creator { get; init; }

    public required long DateCreated { get; init; }

    public required string Name { get; set; }

    /// <summary>number, currency, boolean, percentage or automatic.</summary>
    public required string Type { get; set; }

    public required KeyResultAction LastAction { get; set; }

    public string Unit { get; set; } = "";

    public long StepsStart { get; set; }

    public long StepsEnd { get; set; }

    public long StepsCurrent { get; set; }

    public List<Member> Owners { get; set; } = [];

    public List<TaskItem> Tasks { get; set; } = [];

    public List<TaskList> Lists { get; set; } = [];
}

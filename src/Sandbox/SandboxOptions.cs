namespace ClickUpMcp.Sandbox;

/// <summary>How large the seeded workspace is and what its front door demands.</summary>
public sealed record SandboxOptions
{
    /// <summary>Multiplies the number of seeded tasks; 1 gives 200.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>Requests per minute and token; 0 is unlimited, and the headers then claim 10,000.</summary>
    public int RequestsPerMinute { get; init; } = 100;

    /// <summary>
    /// The tokens that are accepted, without any "Bearer". Empty: every personal token (<c>pk_...</c>) sent raw and
    /// every other token sent with "Bearer".
    /// </summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>The time zone in the settings of its people; null when they have none.</summary>
    public string? TimeZone { get; init; } = SandboxSeed.TimeZone;

    /// <summary>Refuses that a task waits for itself; else it may, which no document rules out.</summary>
    public bool RefusesSelfDependency { get; init; }

    /// <summary>Seeds a second, small workspace, so that the choice of workspace matters.</summary>
    public bool SecondWorkspace { get; init; }
}

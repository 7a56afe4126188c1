namespace ClickUpMcp.Driver;

/// <summary>What a finished process left behind.</summary>
public sealed record CompletedProcess(int ExitCode, string Output, string Errors)
{
    /// <summary>stdout and stderr together, for a message about a failure.</summary>
    public string Everything => $"{Output}{Errors}";
}

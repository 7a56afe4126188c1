namespace ClickUpMcp.Sandbox;

/// <summary>A request that reached the sandbox; status 0 means no response was sent (yet).</summary>
public sealed record SandboxLogEntry(string Method, string Path, string Query, int Status)
{
    /// <summary>When it arrived.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whether it carried a credential.</summary>
    public bool IsAuthorized { get; init; }
}

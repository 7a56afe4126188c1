namespace ClickUpMcp.Sandbox.Faults;

/// <summary>A fault that strikes matching requests before they touch any data (latency: before they are served).</summary>
public sealed record SandboxFault
{
    public required SandboxFaultKind Kind { get; init; }

    /// <summary>Only this HTTP method; null means any.</summary>
    public string? Method { get; init; }

    /// <summary>Only paths that start so, for example <c>/api/v2/task/</c>; null means any.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>How many matching requests are struck; null means all.</summary>
    public int? Times { get; init; }

    /// <summary>How many matching requests pass first.</summary>
    public int After { get; init; }

    /// <summary>Delay of a latency fault.</summary>
    public int Milliseconds { get; init; }

    /// <summary>Seconds until a rate limit ends; negative for a clock that is ahead of the server's.</summary>
    public int ResetSeconds { get; init; } = 60;

    /// <summary>The members of the body that an ignore fault leaves out, as dotted paths; none for a write that changes nothing.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>HTTP status of a status fault (default 500) or an HTML fault (default 502).</summary>
    public int? Code { get; init; }
}

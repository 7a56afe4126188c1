namespace ClickUpMcp.Sandbox.Faults;

/// <summary>What goes wrong.</summary>
public enum SandboxFaultKind
{
    /// <summary>The answer comes late.</summary>
    Latency,

    /// <summary>429 APP_002 with a reset time.</summary>
    RateLimit,

    /// <summary>An error status with a JSON body.</summary>
    Status,

    /// <summary>An HTML page, as gateways send.</summary>
    Html,

    /// <summary>The connection closes without an answer.</summary>
    Cut,

    /// <summary>No answer until the caller gives up.</summary>
    Hang,
}

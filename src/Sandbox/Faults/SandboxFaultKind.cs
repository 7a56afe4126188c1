namespace ClickUpMcp.Sandbox.Faults;

/// <summary>What goes wrong.</summary>
public enum SandboxFaultKind
{
    /// <summary>The response comes late.</summary>
    Latency,

    /// <summary>429 APP_002 with a reset time.</summary>
    RateLimit,

    /// <summary>An error status with a JSON body.</summary>
    Status,

    /// <summary>An HTML page, as gateways send.</summary>
    Html,

    /// <summary>The connection closes without a response.</summary>
    Cut,

    /// <summary>No response until the caller gives up.</summary>
    Hang,

    /// <summary>The response comes with every number written as a string, as ClickUp writes some in places.</summary>
    NumbersAsText,

    /// <summary>The request succeeds and nothing comes of it: of all of it, or of some members of its body.</summary>
    Ignore,

    /// <summary>One thing that is documented within <c>data</c> comes bare, and one that is documented bare within it.</summary>
    OtherWrapper,
}

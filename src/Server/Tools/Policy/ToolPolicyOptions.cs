using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Policy;

/// <summary>What an operator (or a client, within what the operator allows) says about which tools there are.</summary>
/// <remarks>The lists are comma-separated names; null means that nothing is said, and a list without a name is a mistake.</remarks>
internal sealed record ToolPolicyOptions
{
    /// <summary>ENABLED_TOOLS: only these, together with those of the enabled categories.</summary>
    public string? EnabledTools { get; init; }

    /// <summary>DISABLED_TOOLS: never these.</summary>
    public string? DisabledTools { get; init; }

    /// <summary>ENABLED_CATEGORIES: only the tools of these, together with the enabled tools.</summary>
    public string? EnabledCategories { get; init; }

    /// <summary>DISABLED_CATEGORIES: never the tools of these.</summary>
    public string? DisabledCategories { get; init; }

    /// <summary>CLICKUP_MCP_PERSONA: only what one of these personas has; the catalogue's default when no tool is chosen in any way.</summary>
    public string? Personas { get; init; }

    /// <summary>Only tools that change nothing.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Which calls a person must confirm.</summary>
    public ConfirmationRule Confirmation { get; init; }

    /// <summary>What is done with texts from outside.</summary>
    public LockdownMode Lockdown { get; init; }

    /// <summary>The scopes of the principal's grant.</summary>
    public ToolScopes Scopes { get; init; } = ToolScopes.All;
}

using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Policy;

/// <summary>One rule of a policy file: what it is about, and what is then.</summary>
internal sealed record PolicyRule
{
    /// <summary>The names of principals; empty for all.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>The tools, one bit each; null for all.</summary>
    public ulong[]? Tools { get; init; }

    /// <summary>The scopes of tools.</summary>
    public ToolScopes Scopes { get; init; } = ToolScopes.All;

    /// <summary>When; null for always.</summary>
    public PolicyHours? Hours { get; init; }

    /// <summary>What is then, and in which places.</summary>
    public required CallRule Then { get; init; }

    /// <summary>Whether it depends on nothing but who calls which tool.</summary>
    public bool IsFixed => Hours is null && Then.Places.Count == 0;

    /// <summary>Whether it is about a tool and who calls it, wherever and whenever.</summary>
    public bool IsAbout(string who, int tool, ToolScope scope) =>
        (Who.Count == 0 || Who.Contains(who, StringComparer.OrdinalIgnoreCase))
        && (Tools is null || (Tools[tool / 64] >> (tool % 64) & 1) != 0)
        && Scopes.Allows(scope);
}

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Tests sets of scopes; what is not known is never allowed.</summary>
internal static class ToolScopeSet
{
    /// <summary>The set of one scope; empty for a value that is none.</summary>
    public static ToolScopes Of(ToolScope scope) =>
        scope switch
        {
            ToolScope.Read => ToolScopes.Read,
            ToolScope.Write => ToolScopes.Write,
            ToolScope.Delete => ToolScopes.Delete,
            ToolScope.Admin => ToolScopes.Admin,
            _ => ToolScopes.None,
        };

    /// <summary>Whether a set allows a tool of this scope.</summary>
    public static bool Allows(this ToolScopes granted, ToolScope needed) => (granted & Of(needed)) != ToolScopes.None;
}

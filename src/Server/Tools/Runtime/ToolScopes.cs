namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a principal is allowed: a set of <see cref="ToolScope"/>, none of which includes another.</summary>
[Flags]
internal enum ToolScopes : byte
{
    None = 0,
    Read = 1,
    Write = 2,
    Delete = 4,
    Admin = 8,
    All = Read | Write | Delete | Admin,
}

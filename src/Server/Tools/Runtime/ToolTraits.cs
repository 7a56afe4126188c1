namespace ClickUpMcp.Tools.Runtime;

/// <summary>The four MCP tool annotations, as stated in the spec.</summary>
[Flags]
internal enum ToolTraits : byte
{
    None = 0,
    ReadOnly = 1,
    Destructive = 2,
    Idempotent = 4,
    OpenWorld = 8,
}

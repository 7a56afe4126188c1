namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a grant must allow for a tool to run, from the least to the most; each stands alone.</summary>
internal enum ToolScope
{
    Read,
    Write,
    Delete,
    Admin,
}

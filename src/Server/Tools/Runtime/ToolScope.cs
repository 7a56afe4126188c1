namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a grant must allow for a tool to run; ordered, each includes the ones before it.</summary>
internal enum ToolScope
{
    Read,
    Write,
    Delete,
    Admin,
}

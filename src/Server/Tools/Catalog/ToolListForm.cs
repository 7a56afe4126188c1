namespace ClickUpMcp.Tools.Catalog;

/// <summary>What a list of tools shows beside what it always does.</summary>
/// <param name="WithOutput">What structured content each tool returns.</param>
/// <param name="WithWorkspace">The argument that names a workspace, which only who has several needs.</param>
/// <param name="IsFull">Every argument with every constraint.</param>
internal readonly record struct ToolListForm(bool WithOutput = false, bool WithWorkspace = false, bool IsFull = false);

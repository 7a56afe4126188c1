namespace ClickUpMcp.Tools.Catalog;

/// <summary>What a list of tools shows beside what it always does.</summary>
/// <param name="WithOutput">What structured content each tool returns.</param>
/// <param name="OneWorkspace">Without the argument that names a workspace: there is only one to choose.</param>
/// <param name="IsFull">Every argument with every constraint.</param>
internal readonly record struct ToolListForm(bool WithOutput = false, bool OneWorkspace = false, bool IsFull = false);

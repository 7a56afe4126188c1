namespace ClickUpMcp.Tools.Handlers;

/// <summary>One more result that stands below the map of a workspace.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Text">The result as the projector wrote it, in the format of the whole.</param>
internal sealed record WorkspaceSection(string Name, string Text);

namespace ClickUpMcp.Sandbox.Model;

/// <summary>A folder of goals; the API shows them and cannot change them.</summary>
internal sealed record GoalFolder(string Id, string Name, Workspace Workspace, Member Creator, long DateCreated);

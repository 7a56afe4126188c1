namespace ClickUpMcp.Sandbox.Model;

/// <summary>A template of the workspace's library.</summary>
internal sealed record Template<T>(string Id, string Name, T Content);

namespace ClickUpMcp.Authorization.Upstream;

/// <summary>Whom a ClickUp token stands for, and where it may be used.</summary>
/// <param name="Owner">The user, as a hash of the id.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Workspaces">The workspaces that the user chose at ClickUp.</param>
internal sealed record ClickUpAccount(string Owner, string Name, IReadOnlyList<GrantedWorkspace> Workspaces);

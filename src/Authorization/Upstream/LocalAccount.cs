namespace ClickUpMcp.Authorization.Upstream;

/// <summary>Who has signed in on this machine.</summary>
/// <param name="Token">The ClickUp token.</param>
/// <param name="UserName">The user's name.</param>
/// <param name="Workspaces">The workspaces that the user chose at ClickUp.</param>
public sealed record LocalAccount(string Token, string UserName, IReadOnlyList<GrantedWorkspace> Workspaces);

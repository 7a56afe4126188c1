namespace ClickUpMcp.Authorization;

/// <summary>A workspace of ClickUp that a client may work in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, written by others.</param>
public sealed record GrantedWorkspace(string Id, string Name);

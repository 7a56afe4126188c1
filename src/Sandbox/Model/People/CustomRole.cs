namespace ClickUpMcp.Sandbox.Model;

/// <summary>A role of a workspace's own, which starts from a built-in one.</summary>
internal sealed record CustomRole(int Id, string Name, MemberRole Inherited, long DateCreated);

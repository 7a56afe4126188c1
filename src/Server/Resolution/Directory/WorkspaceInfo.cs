namespace ClickUpMcp.Resolution;

/// <summary>A workspace that the token may use, with its members.</summary>
internal sealed record WorkspaceInfo(string Id, string Name, IReadOnlyList<MemberInfo> Members);

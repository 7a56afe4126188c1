namespace ClickUpMcp.Sandbox.Model;

/// <summary>Who sees what: everybody but guests, or for private things those who manage or were let in.</summary>
internal static class Access
{
    public static bool CanSee(this Space space, Member member) =>
        IsOpenTo(member, space.IsPrivate) || space.Workspace.Lets(member, space);

    public static bool CanSee(this TaskList list, Member member) =>
        IsOpenTo(member, list.IsPrivate || list.Folder.IsPrivate || list.Space.IsPrivate)
        || list.Space.Workspace.Lets(member, list, list.Folder, list.Space);

    private static bool IsOpenTo(Member member, bool isPrivate) =>
        isPrivate ? member.Role is MemberRole.Owner or MemberRole.Admin : !member.IsGuest;

    private static bool Lets(this Workspace workspace, Member member, params object[] places) =>
        workspace.Grants.Exists(grant => places.Contains(grant.Target) && grant.Reaches(member));
}

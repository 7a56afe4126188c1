using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>The workspace and its people.</summary>
internal static class SeedPeople
{
    public static Workspace AddWorkspace(Seed seed)
    {
        var since = seed.Now - (400 * Seed.Day);
        var owner = Member(SandboxSeed.OwnerId, "Anna Schmidt", "#827718", MemberRole.Owner, since);
        var workspace = new Workspace
        {
            Id = SandboxSeed.WorkspaceId,
            Name = SandboxSeed.WorkspaceName,
            Color = "#536cfe",
            Plan = Plan.Enterprise,
            Members =
            [
                owner,
                Member(SandboxSeed.AdminId, "Ben Fischer", "#08c7e0", MemberRole.Admin, since, owner),
                Member(SandboxSeed.MemberId, "Carla Rossi", "#fc575e", MemberRole.Member, since, owner),
                Member(SandboxSeed.OtherMemberId, "David Kim", "#7c4dff", MemberRole.Member, since, owner),
                Member(SandboxSeed.NamesakeId, "Anna Weber", "#2ecd6f", MemberRole.Member, since, owner),
                Member(SandboxSeed.GuestId, "Gil Moreau", "#ff7800", MemberRole.Guest, since, owner),
            ],
        };
        seed.World.Workspaces.Add(workspace.Id, workspace);
        return workspace;
    }

    private static Member Member(
        long id,
        string name,
        string color,
        MemberRole role,
        long since,
        Member? invitedBy = null
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Email = $"{name.ToLowerInvariant().Replace(' ', '.')}@acme.example",
            Color = color,
            Role = role,
            InvitedBy = invitedBy,
            DateInvited = since,
            DateJoined = since + Seed.Day,
        };
}

using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>The workspace and its people.</summary>
internal static class SeedPeople
{
    public static Workspace AddWorkspace(World world)
    {
        var workspace = new Workspace
        {
            Id = SandboxSeed.WorkspaceId,
            Name = SandboxSeed.WorkspaceName,
            Color = "#536cfe",
            Members =
            [
                Member(SandboxSeed.OwnerId, "Anna Schmidt", "#827718", MemberRole.Owner),
                Member(SandboxSeed.AdminId, "Ben Fischer", "#08c7e0", MemberRole.Admin),
                Member(SandboxSeed.MemberId, "Carla Rossi", "#fc575e", MemberRole.Member),
                Member(SandboxSeed.OtherMemberId, "David Kim", "#7c4dff", MemberRole.Member),
                Member(SandboxSeed.NamesakeId, "Anna Weber", "#2ecd6f", MemberRole.Member),
                Member(SandboxSeed.GuestId, "Gil Moreau", "#ff7800", MemberRole.Guest),
            ],
        };
        world.Workspaces.Add(workspace.Id, workspace);
        return workspace;
    }

    private static Member Member(long id, string name, string color, MemberRole role) =>
        new()
        {
            Id = id,
            Name = name,
            Email = $"{name.ToLowerInvariant().Replace(' ', '.')}@acme.example",
            Color = color,
            Role = role,
        };
}

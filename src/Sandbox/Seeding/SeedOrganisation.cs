using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Custom roles, user groups and what was shared by hand.</summary>
internal static class SeedOrganisation
{
    public static void Add(Seed seed, Workspace workspace)
    {
        var since = seed.Now - (120 * Seed.Day);
        workspace.CustomRoles.AddRange([
            new CustomRole(SandboxSeed.ContractorRoleId, "Contractor", MemberRole.Guest, since),
            new CustomRole(SandboxSeed.TeamLeadRoleId, "Team Lead", MemberRole.Member, since),
        ]);
        var (owner, carla, david) = (seed.Owner, seed.Person(2), seed.Person(3));
        david.CustomRole = workspace.CustomRoles[1];
        AddGroup(seed, workspace, SandboxSeed.DevelopersGroupId, "Developers", seed.Person(1), carla, david);
        AddGroup(seed, workspace, SandboxSeed.WritersGroupId, "Writers", carla, seed.Person(4));

        var guest = workspace.Members.Find(static member => member.IsGuest)!;
        Share(workspace, seed.World.Lists[SandboxSeed.LaunchListId], guest, AccessLevel.Comment);
        Share(workspace, seed.World.Folders[SandboxSeed.BerlinFolderId], guest, AccessLevel.Edit);
        Share(workspace, seed.World.Tasks[SandboxSeed.SecondTaskId], guest, AccessLevel.Read);
        Share(workspace, seed.World.Lists["90152000017"], owner, AccessLevel.Create);
        Share(workspace, seed.World.Folders[SandboxSeed.OfficeFolderId], owner, AccessLevel.Create);
    }

    private static void AddGroup(Seed seed, Workspace workspace, string id, string name, params Member[] members)
    {
        var group = new UserGroup
        {
            Id = id,
            Workspace = workspace,
            Creator = seed.Owner,
            Name = name,
            Handle = name.ToLowerInvariant(),
            DateCreated = seed.Now - (90 * Seed.Day),
        };
        group.Members.AddRange(members);
        workspace.Groups.Add(group);
    }

    private static void Share(Workspace workspace, object target, Member person, AccessLevel level) =>
        workspace.Grants.Add(new Grant(target, person, Group: null, level));
}

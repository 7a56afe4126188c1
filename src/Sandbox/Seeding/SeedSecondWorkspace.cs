using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>A second, small workspace.</summary>
internal static class SeedSecondWorkspace
{
    private const string SpaceId = "90150000009";

    public static void Add(Seed seed, Workspace first)
    {
        var workspace = new Workspace
        {
            Id = SandboxSeed.SecondWorkspaceId,
            Name = SandboxSeed.SecondWorkspaceName,
            Color = "#2ecd6f",
            Plan = Plan.Unlimited,
            Members = [first.Members[0], first.Members[2]],
        };
        seed.World.Workspaces.Add(workspace.Id, workspace);
        var space = SeedPlaces.AddSpace(seed, workspace, SpaceId, "Research", Workflows.Plain(SpaceId));
        var list = SeedPlaces.AddList(
            seed,
            SeedPlaces.Hidden(seed, space, "90151000109"),
            "90152000019",
            "Experiments"
        );
        foreach (var name in (string[])["Try vector search", "Measure battery use", "Interview five users"])
        {
            var task = NewTask.Add(seed.World, list, seed.Owner, name, list.Statuses[0], seed.Now - Seed.Day);
            TaskWriter.Enter(task, list.Statuses[0], task.DateCreated);
        }
    }
}

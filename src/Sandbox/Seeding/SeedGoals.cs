using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Goals with key results of every type: one under way, one in a folder, one completed.</summary>
internal static class SeedGoals
{
    private const string KeyResultPrefix = "6f2a1c50-0b01-4e1d-9c3e-7b5d2000";
    private const string ActionPrefix = "6f2a1c50-0b02-4e1d-9c3e-7b5d2000";
    private const string FolderId = "6f2a1c50-0a02-4e1d-9c3e-7b5d10000001";

    public static void Add(Seed seed, Workspace workspace)
    {
        var folder = new GoalFolder(FolderId, "Marketing goals", workspace, seed.Owner, seed.Now - (60 * Seed.Day));
        seed.World.GoalFolders.Add(folder);

        var api = Add(seed, SandboxSeed.ApiGoalId, workspace, "Ship the public API", dueInDays: 40);
        api.MultipleOwners = true;
        api.Owners.AddRange([seed.Person(0), seed.Person(1)]);
        Add(seed, api, "Endpoints documented", "number", "endpoints", end: 40, current: 26);
        Add(seed, api, "API tasks done", KeyResult.Automatic, "", end: 0, current: 0)
            .Lists.Add(seed.World.Lists[SandboxSeed.ApiListId]);
        Add(seed, api, "Security review passed", "boolean", "", end: 1, current: 0);

        var audience = Add(seed, SandboxSeed.AudienceGoalId, workspace, "Grow the audience", dueInDays: 75, folder);
        audience.Owners.Add(seed.Person(2));
        Add(seed, audience, "Open rate", "percentage", "%", end: 35, current: 21);
        Add(seed, audience, "Sponsoring", "currency", "EUR", end: 20_000, current: 5_000);

        var office = Add(seed, SandboxSeed.OfficeGoalId, workspace, "Move to the new office", dueInDays: -10);
        office.Owners.Add(seed.Person(3));
        Add(seed, office, "Everybody moved", "boolean", "", end: 1, current: 1);
    }

    private static Goal Add(
        Seed seed,
        string id,
        Workspace workspace,
        string name,
        int dueInDays,
        GoalFolder? folder = null
    )
    {
        var goal = new Goal
        {
            Id = id,
            PrettyId = seed.World.Goals.Count + 1,
            Workspace = workspace,
            Creator = seed.Owner,
            Name = name,
            DateCreated = seed.Now - (50 * Seed.Day),
            DateUpdated = seed.Now - (5 * Seed.Day),
            DueDate = WorkspaceClock.AtFour(seed.Now + (dueInDays * Seed.Day)),
            Description = $"{name}, as agreed at the offsite.",
            Folder = folder,
        };
        seed.World.Goals.Add(id, goal);
        return goal;
    }

    private static KeyResult Add(Seed seed, Goal goal, string name, string type, string unit, long end, long current)
    {
        var number = seed.World.KeyResults.Count + 1;
        var result = new KeyResult
        {
            Id = $"{KeyResultPrefix}{number:x4}",
            Goal = goal,
            Creator = seed.Owner,
            DateCreated = goal.DateCreated,
            Name = name,
            Type = type,
            LastAction = new(
                $"{ActionPrefix}{number:x4}",
                seed.Owner,
                goal.DateCreated,
                "Created Key Result",
                null,
                null
            ),
            Unit = unit,
            StepsEnd = end,
            StepsCurrent = current,
            Owners = [.. goal.Owners.Take(1)],
        };
        goal.KeyResults.Add(result);
        seed.World.KeyResults.Add(result.Id, result);
        return result;
    }
}

using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Builds the workspace "Acme": the same at every start but for the dates, which follow the clock.</summary>
internal static class Seeder
{
    public static World Build(SandboxOptions options, FileOrigin files, DateTimeOffset now)
    {
        var world = new World
        {
            TimeZone = options.TimeZone,
            RefusesSelfDependency = options.RefusesSelfDependency,
            Files = files,
        };
        var seed = new Seed(world, now.ToUnixTimeMilliseconds(), Math.Max(1, options.Scale));
        var workspace = SeedPeople.AddWorkspace(seed);
        SeedPlaces.Add(seed, workspace);
        SeedFields.Add(seed, workspace);
        SeedTasks.Add(seed);
        SeedDetails.Add(seed);
        SeedTracking.Add(seed, workspace);
        SeedChat.Add(seed, workspace);
        SeedDocs.Add(seed, workspace);
        SeedAttachments.Add(seed);
        SeedOrganisation.Add(seed, workspace);
        SeedTemplates.Add(seed, workspace);
        SeedAuditLog.Add(seed, workspace);
        if (options.SecondWorkspace)
        {
            SeedSecondWorkspace.Add(seed, workspace);
        }

        SeedViews.Add(seed, workspace);
        SeedGoals.Add(seed, workspace);
        SeedWebhooks.Add(seed, workspace);

        return world;
    }
}

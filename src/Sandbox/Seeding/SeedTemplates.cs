using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Templates of tasks, lists and folders.</summary>
internal static class SeedTemplates
{
    public static void Add(Seed seed, Workspace workspace)
    {
        var bug = new TaskBlueprint("Bug report", "## Steps\n\n## Expected\n\n## Seen")
        {
            Priority = 2,
            Tags = ["bug"],
            ChecklistItems = ["Reproduce", "Find the cause", "Add a test"],
        };
        var release = new TaskBlueprint("Release", "Everything for one release.")
        {
            Priority = 1,
            TimeEstimate = 4 * Seed.Hour,
            DueInDays = 7,
            Assignee = seed.Person(1),
            Subtasks =
            [
                new TaskBlueprint("Write the notes", "What is new."),
                new TaskBlueprint("Tag the build", "Tag and sign."),
            ],
        };
        var campaign = new ListBlueprint(
            "Campaign",
            "One campaign from brief to report.",
            [
                new TaskBlueprint("Brief", "Who, what, when.") { DueInDays = 3, Assignee = seed.Person(2) },
                release with
                {
                    Name = "Launch",
                    Markdown = "Publish everywhere.",
                },
                new TaskBlueprint("Report", "What it brought.") { DueInDays = 30, Priority = 3 },
            ]
        );
        var sprint = new ListBlueprint(
            "Sprint",
            "Two weeks.",
            [
                new TaskBlueprint("Planning", "Choose the work."),
                new TaskBlueprint("Retrospective", "Look back.") { DueInDays = 14 },
                new TaskBlueprint("Estimation poker", "We do this no more.") { IsArchived = true },
            ]
        );
        workspace.TaskTemplates.AddRange([
            new Template<TaskBlueprint>(SandboxSeed.BugTemplateId, "Bug Report", bug),
            new Template<TaskBlueprint>(SandboxSeed.ReleaseTemplateId, "Release Checklist", release),
        ]);
        workspace.ListTemplates.AddRange([
            new Template<ListBlueprint>(SandboxSeed.CampaignTemplateId, "Campaign Plan", campaign),
            new Template<ListBlueprint>(SandboxSeed.SprintTemplateId, "Sprint Board", sprint),
        ]);
        workspace.FolderTemplates.AddRange([
            new Template<FolderBlueprint>(
                SandboxSeed.ProjectTemplateId,
                "Client Project",
                new FolderBlueprint([campaign, sprint])
            ),
            new Template<FolderBlueprint>("t-7162402", "Empty Project", new FolderBlueprint([])),
        ]);
    }
}

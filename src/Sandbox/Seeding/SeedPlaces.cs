using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Spaces, folders and lists.</summary>
internal static class SeedPlaces
{
    public static void Add(Seed seed, Workspace workspace)
    {
        AddEngineering(seed, workspace);
        AddMarketing(seed, workspace);
        AddOperations(seed, workspace);
        var leadership = AddSpace(
            seed,
            workspace,
            SandboxSeed.LeadershipSpaceId,
            "Leadership",
            Workflows.Plain(SandboxSeed.LeadershipSpaceId)
        );
        leadership.IsPrivate = true;
        AddList(seed, Hidden(seed, leadership, "90151000104"), "90152000017", "Hiring Plan");
    }

    public static Folder Hidden(Seed seed, Space space, string id) =>
        AddFolder(seed, space, id, "hidden", isHidden: true);

    public static TaskList AddList(Seed seed, Folder folder, string id, string name, List<Status>? own = null)
    {
        var list = new TaskList
        {
            Id = id,
            Folder = folder,
            Name = name,
            OrderIndex = seed.World.Lists.Count,
            OwnStatuses = own,
        };
        seed.World.Lists.Add(id, list);
        return list;
    }

    public static Space AddSpace(
        Seed seed,
        Workspace workspace,
        string id,
        string name,
        List<Status> statuses,
        string? prefix = null
    )
    {
        var space = new Space
        {
            Id = id,
            Workspace = workspace,
            Name = name,
            Statuses = statuses,
            Color = "#7b68ee",
            CustomIdPrefix = prefix,
        };
        seed.World.Spaces.Add(id, space);
        return space;
    }

    private static Folder AddFolder(
        Seed seed,
        Space space,
        string id,
        string name,
        bool isHidden = false,
        Folder? parent = null
    )
    {
        var folder = new Folder
        {
            Id = id,
            Space = space,
            Name = name,
            OrderIndex = seed.World.Folders.Count,
            IsHidden = isHidden,
            Parent = parent,
        };
        seed.World.Folders.Add(id, folder);
        return folder;
    }

    private static void AddEngineering(Seed seed, Workspace workspace)
    {
        const string Id = SandboxSeed.EngineeringSpaceId;
        var space = AddSpace(seed, workspace, Id, "Engineering", Workflows.Engineering(Id), SandboxSeed.CustomIdPrefix);
        space.Features.TasksInMultipleLists = true;
        AddTags(seed, space, "bug", "backend", "frontend", "customer request", "tech debt", "urgent fix");

        var backend = AddFolder(seed, space, SandboxSeed.BackendFolderId, "Backend");
        const string Bugs = SandboxSeed.BackendBugsListId;
        AddList(seed, backend, Bugs, "Bugs", Workflows.Bugs(Bugs));
        AddList(seed, backend, SandboxSeed.ApiListId, "API").ColorName = "blue";
        var frontend = AddFolder(seed, space, SandboxSeed.FrontendFolderId, "Frontend");
        AddList(seed, frontend, SandboxSeed.FrontendBugsListId, "Bugs");
        AddList(seed, frontend, SandboxSeed.WebAppListId, "Web App").Priority = 2;

        var sprints = AddFolder(seed, space, SandboxSeed.SprintFolderId, "Sprints");
        AddSprint(seed, sprints, SandboxSeed.PastSprintListId, 41, startDay: -17);
        AddSprint(seed, sprints, SandboxSeed.CurrentSprintListId, 42, startDay: -3);
        AddSprint(seed, sprints, SandboxSeed.NextSprintListId, 43, startDay: 11);

        AddList(seed, Hidden(seed, space, "90151000101"), SandboxSeed.BacklogListId, "Product Backlog");
        AddList(seed, backend, SandboxSeed.ArchivedListId, "Old Roadmap").IsArchived = true;
    }

    // Sprints are lists of two weeks whose names carry their dates.
    private static void AddSprint(Seed seed, Folder folder, string id, int number, int startDay)
    {
        var start = seed.Now + (startDay * Seed.Day);
        var end = start + (13 * Seed.Day);
        var list = AddList(seed, folder, id, $"Sprint {number} ({ShortDate(start)} - {ShortDate(end)})");
        list.StartDate = WorkspaceClock.AtFour(start);
        list.DueDate = WorkspaceClock.AtFour(end);
    }

    private static string ShortDate(long moment)
    {
        var date = DateTimeOffset.FromUnixTimeMilliseconds(moment);
        return $"{date.Month}/{date.Day}";
    }

    private static void AddMarketing(Seed seed, Workspace workspace)
    {
        const string Id = SandboxSeed.MarketingSpaceId;
        var space = AddSpace(seed, workspace, Id, "Marketing", Workflows.Marketing(Id));
        space.Features.Switch(SpaceFeatures.TimeTracking, on: false);
        AddTags(seed, space, "campaign", "social", "event");
        var campaigns = AddFolder(seed, space, "90151000004", "Campaigns");
        AddList(seed, campaigns, SandboxSeed.LaunchListId, "Product Launch");
        AddList(seed, campaigns, "90152000011", "Newsletter");
        AddList(seed, Hidden(seed, space, "90151000102"), "90152000012", "Ideas");
    }

    private static void AddOperations(Seed seed, Workspace workspace)
    {
        const string Id = SandboxSeed.OperationsSpaceId;
        var space = AddSpace(seed, workspace, Id, "Operations", Workflows.Plain(Id));
        AddTags(seed, space, "office", "people");
        var office = AddFolder(seed, space, SandboxSeed.OfficeFolderId, "Office");
        AddList(seed, office, "90152000013", "Purchasing");
        AddList(seed, office, "90152000014", "Onboarding");
        var berlin = AddFolder(seed, space, SandboxSeed.BerlinFolderId, "Berlin", parent: office);
        AddList(seed, berlin, "90152000015", "Office Move");
        AddList(seed, Hidden(seed, space, "90151000103"), SandboxSeed.InboxListId, "Inbox");
    }

    private static void AddTags(Seed seed, Space space, params string[] names) =>
        space.Tags.AddRange(names.Select(name => TaskTags.New(name, "#ffffff", "#7c4dff", seed.Owner)));
}

using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Fields;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Views;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Views at every level.</summary>
internal static class SeedViews
{
    public static void Add(Seed seed, Workspace workspace)
    {
        var (spaces, folders) = (seed.World.Spaces, seed.World.Folders);
        var engineering = new ViewParent(Space: spaces[SandboxSeed.EngineeringSpaceId]);
        var backend = new ViewParent(Folder: folders[SandboxSeed.BackendFolderId]);
        var frontend = new ViewParent(Folder: folders[SandboxSeed.FrontendFolderId]);
        var bugs = new ViewParent(List: seed.World.Lists[SandboxSeed.BackendBugsListId]);
        const string ByStatus = """{"grouping":{"field":"status","dir":1,"collapsed":[],"ignore":false}}""";
        Add(seed, SandboxSeed.EverythingViewId, new(Workspace: workspace), "All open work", "list");
        Add(seed, SandboxSeed.RoadmapViewId, engineering, "Roadmap", "gantt");
        Add(seed, SandboxSeed.BackendBoardViewId, backend, "Board", "board", ByStatus);
        Add(seed, SandboxSeed.FrontendBoardViewId, frontend, "Board", "board", ByStatus);
        Add(
            seed,
            SandboxSeed.UrgentBugsViewId,
            bugs,
            "Urgent Bugs",
            "list",
            """
            {
              "grouping": {"field": "assignee", "dir": 1, "collapsed": [], "ignore": false},
              "sorting": {"fields": [{"field": "dueDate", "dir": 1, "idx": 0}]},
              "filters": {
                "op": "AND",
                "fields": [{"field": "priority", "op": "EQ", "idx": 0, "values": [1, 2]}],
                "search": "",
                "show_closed": false
              },
              "columns": {"fields": [{"field": "dueDate", "idx": 0, "width": 160, "hidden": false}]}
            }
            """
        );
        Add(seed, SandboxSeed.ChatViewId, engineering, "Engineering Chat", View.Conversation);
        foreach (var list in seed.World.Lists.Values)
        {
            RequiredViews.Add(seed.World, list, seed.Owner, seed.Now - (90 * Seed.Day));
        }
    }

    private static void Add(Seed seed, string id, ViewParent parent, string name, string type, string parts = "{}") =>
        seed.World.Views.Add(
            id,
            new View
            {
                Id = id,
                Parent = parent,
                Name = name,
                Type = type,
                Creator = seed.Owner,
                DateCreated = seed.Now - (90 * Seed.Day),
                OrderIndex = seed.World.Views.Count,
                Parts = ViewParts.Read(new RequestBody(StoredJson.Parse(parts))),
            }
        );
}

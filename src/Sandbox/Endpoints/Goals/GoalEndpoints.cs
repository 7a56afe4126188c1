using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Goals;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Goals.</summary>
internal static class GoalEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/team/{team_id}/goal", GetAll),
        new("POST", "/api/v2/team/{team_id}/goal", Create),
        new("GET", "/api/v2/goal/{goal_id}", static call => Show(call, call.Goal)),
        new("PUT", "/api/v2/goal/{goal_id}", Update),
        new("DELETE", "/api/v2/goal/{goal_id}", Delete),
    ];

    // Goals in folders come inside their folders only.
    private static ApiResponse GetAll(Call call)
    {
        var workspace = call.Workspace;
        var withCompleted = call.Query.IsTrue("include_completed");
        var goals = call
            .World.Goals.Values.Where(goal =>
                goal.Workspace == workspace && (withCompleted || !GoalProgress.IsComplete(call.World, goal))
            )
            .ToList();
        return ApiResponse.Object(writer =>
        {
            writer.WriteList(
                "goals",
                goals.Where(static goal => goal.Folder is null),
                (inner, goal) => GoalJson.WriteListed(inner, call.World, goal)
            );
            writer.WriteList(
                "folders",
                call.World.GoalFolders.Where(folder => folder.Workspace == workspace),
                (inner, folder) =>
                    GoalJson.WriteFolder(inner, call.World, folder, goals.FindAll(goal => goal.Folder == folder))
            );
        });
    }

    private static ApiResponse Create(Call call)
    {
        var goal = new Goal
        {
            Id = call.World.Ids.Uuid(),
            PrettyId = call.World.Goals.Count + 1,
            Workspace = call.Workspace,
            Creator = call.Caller,
            Name = Names.Required(call.Body, "Goal name invalid", code: null),
            DateCreated = call.Now,
            MultipleOwners = call.Body.Flag("multiple_owners") == true,
        };
        goal.Owners.AddRange(People(call, "owners"));
        Apply(call, goal);
        call.World.Goals.Add(goal.Id, goal);
        return Show(call, goal);
    }

    private static ApiResponse Update(Call call)
    {
        var goal = call.Goal;
        goal.Name = Names.OrCurrent(call.Body, goal.Name);
        foreach (var person in People(call, "rem_owners"))
        {
            goal.Owners.Remove(person);
        }

        goal.Owners.AddRange(People(call, "add_owners").Where(person => !goal.Owners.Contains(person)));
        Apply(call, goal);
        return Show(call, goal);
    }

    private static ApiResponse Delete(Call call)
    {
        var goal = call.Goal;
        foreach (var result in goal.KeyResults)
        {
            call.World.KeyResults.Remove(result.Id);
        }

        call.World.Goals.Remove(goal.Id);
        return ApiResponse.Empty;
    }

    private static List<Member> People(Call call, string name) =>
        [.. call.Body.Numbers(name).Select(id => call.FindMember(id)).OfType<Member>()];

    private static void Apply(Call call, Goal goal)
    {
        var body = call.Body;
        goal.Description = body.Text("description") ?? goal.Description;
        goal.Color = body.Text("color") ?? goal.Color;
        goal.DueDate = body.Number("due_date") ?? goal.DueDate;
        goal.DateUpdated = call.Now;
    }

    private static ApiResponse Show(Call call, Goal goal) =>
        ApiResponse.Object(writer =>
        {
            writer.WritePropertyName("goal");
            GoalJson.Write(writer, call.World, goal);
        });
}

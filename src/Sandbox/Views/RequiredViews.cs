using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Views;

/// <summary>The views that come with every list; of those ClickUp has, the sandbox gives each list the first.</summary>
internal static class RequiredViews
{
    /// <summary>The types under which they are listed, whether they are there or not.</summary>
    public static IReadOnlyList<string> Types { get; } = ["list", "board", "calendar", "gantt"];

    public static void Add(World world, TaskList list, Member creator, long now)
    {
        var view = new View
        {
            Id = $"6-{list.Id}-1",
            Parent = new ViewParent(List: list),
            Name = "List",
            Type = Types[0],
            Creator = creator,
            DateCreated = now,
            OrderIndex = 0,
            Parts = ViewParts.Read(new RequestBody(default)),
            IsRequired = true,
        };
        world.Views.Add(view.Id, view);
    }
}

using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Adds checklists and their items.</summary>
internal static class Checklists
{
    public static Checklist Add(World world, TaskItem task, Member creator, string name, long now)
    {
        var checklist = new Checklist
        {
            Id = world.Ids.Uuid(),
            Task = task,
            Name = name,
            Creator = creator,
            DateCreated = now,
        };
        task.Checklists.Add(checklist);
        world.Checklists.Add(checklist.Id, checklist);
        return checklist;
    }

    public static ChecklistItem AddItem(World world, Checklist checklist, string name, long now)
    {
        var item = new ChecklistItem
        {
            Id = world.Ids.Uuid(),
            Name = name,
            DateCreated = now,
            OrderIndex = checklist.Items.Count,
        };
        checklist.Items.Add(item);
        return item;
    }
}

using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Adds tasks to the world, with the next custom id where the space hands them out.</summary>
internal static class NewTask
{
    public static TaskItem Add(
        World world,
        TaskList list,
        Member creator,
        string name,
        Status status,
        long now,
        string? id = null
    )
    {
        var space = list.Space;
        var customId = space.CustomIdPrefix is { } prefix ? $"{prefix}-{++space.LastCustomNumber}" : null;
        var task = new TaskItem
        {
            Id = id ?? world.Ids.Task(),
            List = list,
            Creator = creator,
            Name = name,
            Status = status,
            CustomId = customId,
            DateCreated = now,
            DateUpdated = now,
            OrderIndex = world.Tasks.Count,
        };
        task.Watchers.Add(creator);
        world.Tasks.Add(task.Id, task);
        if (customId is not null)
        {
            world.TasksByCustomId.Add(customId, task);
        }

        return task;
    }
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Holds subtasks to the list of their parent, as ClickUp does.</summary>
internal static class ParentPlace
{
    /// <summary>The list of the parent, in which its subtasks are.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="list">The list in which the subtask is or shall be; null when it goes where the parent is.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="ActionableException">The parent is in another list.</exception>
    public static async ValueTask<ListId> FindAsync(
        TaskId parent,
        ListId? list,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement task = await context.SendAsync(
            ClickUpOperations.ReadTask(parent, subtasks: false),
            cancellationToken
        );
        ListId home = TaskReading.HomeOf(task);
        string where = TaskReading.Name(task.Member("list"));
        return list is null || list.Value.Value == home.Value
            ? home
            : throw new ActionableException(
                $"The parent {TaskReading.Name(task)} is in list {where}, not in the list of the subtask.",
                "A subtask is in the list of its parent. Nothing was sent.",
                $"Leave the list out, or name {where}, or move the parent with move_task first."
            );
    }
}

using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Pages of exactly 100 tasks; a limit in the query is ignored.</summary>
internal static class TaskPage
{
    private const int Size = 100;

    /// <param name="isOfParent">The tasks are the subtasks of one task, which were asked for by that.</param>
    public static ApiResponse Of(Call call, IEnumerable<TaskItem> tasks, TaskForm form, bool isOfParent = false)
    {
        var page = call.Query.Number("page") ?? 0;
        if (page < 0)
        {
            throw Refuse.BadQuery("page");
        }

        var filter = new TaskFilter(call.World, call.Query, isOfParent);
        var found = TaskOrder.Sort(tasks.Where(filter.Matches), call.Query).ToList();
        var first = (int)Math.Min(page * Size, found.Count);
        var items = found.GetRange(first, Math.Min(Size, found.Count - first));
        var withMarkdown = call.Query.IsTrue("include_markdown_description");
        return ApiResponse.Object(writer =>
        {
            writer.WriteList(
                "tasks",
                items,
                (inner, task) => TaskJson.Write(inner, call.World, task, form, withMarkdown)
            );
            writer.WriteBoolean("last_page", first + items.Count >= found.Count);
        });
    }
}

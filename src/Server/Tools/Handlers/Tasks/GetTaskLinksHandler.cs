using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Says of each related task whether it is linked, depended on or blocked.</summary>
internal sealed class GetTaskLinksHandler : IToolHandler<ResolvedGetTaskLinks>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetTaskLinks arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement task = await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        string? id = task.Text("id");
        List<JsonElement> rows =
        [
            .. task.Items("dependencies").Select(tie => Dependency(tie, id)),
            .. task.Items("linked_tasks").Select(tie => Link(tie, id)),
        ];
        return HandlerResult.OfItems([.. rows.Where(row => row.Text("task") != id)]);
    }

    // Both directions come with the same type; only the ids say who waits.
    private static JsonElement Dependency(JsonElement tie, string? id) =>
        tie.Text("task_id") == id
            ? Row("depends_on", tie.Text("depends_on"), tie)
            : Row("blocks", tie.Text("task_id"), tie);

    private static JsonElement Link(JsonElement tie, string? id) =>
        Row("linked", tie.Text("task_id") == id ? tie.Text("link_id") : tie.Text("task_id"), tie);

    private static JsonElement Row(string kind, string? task, JsonElement tie) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteString("task", task);
            writer.WriteString("since", tie.Text("date_created"));
            writer.WriteEndObject();
        });
}

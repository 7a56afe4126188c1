using System.Text.Json;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>That a task waits for another, blocks it or is linked to it.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Task">The other task.</param>
/// <param name="Since">When that was said.</param>
internal readonly record struct TaskTie(string Kind, string Task, string? Since)
{
    /// <summary>The members of a task that ties are read from.</summary>
    public static readonly string[] Members = ["id", "dependencies", "linked_tasks"];

    /// <summary>The kind of one that waits for the other.</summary>
    public const string DependsOn = "depends_on";

    /// <summary>The kind of one to which neither waits.</summary>
    public const string Linked = "linked";

    /// <summary>All ties of a task; those to itself, which ClickUp shows among them, say nothing.</summary>
    public static IReadOnlyList<TaskTie> Of(JsonElement task)
    {
        string? id = task.Text("id");
        return
        [
            .. task.Items("dependencies")
                .Select(tie => Dependency(tie, id))
                .Concat(task.Items("linked_tasks").Select(tie => Link(tie, id)))
                .Where(tie => tie.Task.Length > 0 && tie.Task != id),
        ];
    }

    /// <summary>The tie as a row, with name and status of the other task where that was read.</summary>
    public JsonElement ToRow(JsonElement other = default)
    {
        TaskTie tie = this;
        return BuiltJson.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("kind", tie.Kind);
            writer.WriteString("task", tie.Task);
            writer.WriteString("since", tie.Since);
            if (other.ValueKind == JsonValueKind.Object)
            {
                writer.WriteString("name", other.Text("name"));
                writer.WriteString("status", other.Member("status").Text("status"));
            }

            writer.WriteEndObject();
        });
    }

    // Both directions come with the same type; only the ids say who waits.
    private static TaskTie Dependency(JsonElement tie, string? id) =>
        tie.Text("task_id") == id ? New(DependsOn, tie.Text(DependsOn), tie) : New("blocks", tie.Text("task_id"), tie);

    private static TaskTie Link(JsonElement tie, string? id) =>
        New(Linked, tie.Text("task_id") == id ? tie.Text("link_id") : tie.Text("task_id"), tie);

    private static TaskTie New(string kind, string? task, JsonElement tie) =>
        new(kind, task ?? "", tie.Text("date_created"));
}

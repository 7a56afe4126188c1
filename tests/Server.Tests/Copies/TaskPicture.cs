using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Tests.Copies;

/// <summary>A task with its subtasks as text in which nothing has an id, so that a copy reads as its original.</summary>
internal sealed class TaskPicture(CopySession session)
{
    private readonly Dictionary<string, string> _names = [];

    /// <summary>The picture of the task, its own name left out.</summary>
    public async Task<string> OfAsync(string id)
    {
        JsonElement root = await session.GetAsync(
            $"/api/v2/task/{id}",
            "include_subtasks=true&include_markdown_description=true"
        );
        Name(root, "ROOT");
        StringBuilder text = new();
        await WriteAsync(root, text, depth: 0);
        return text.ToString();
    }

    private void Name(JsonElement task, string name)
    {
        _names[task.GetProperty("id").GetString()!] = name;
        foreach (JsonElement below in Items(task, "subtasks"))
        {
            Name(below, below.GetProperty("name").GetString()!);
        }
    }

    private async Task WriteAsync(JsonElement task, StringBuilder text, int depth)
    {
        string id = task.GetProperty("id").GetString()!;
        JsonElement whole = await session.GetAsync($"/api/v2/task/{id}", "include_markdown_description=true");
        string indent = new(' ', depth * 2);
        text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{_names[id]}");
        foreach (string line in Lines(whole))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}  {line}");
        }

        foreach (JsonElement file in Items(whole, "attachments"))
        {
            SandboxResponse stored = await session.Sandbox.HandleAsync(
                new SandboxRequest("GET", $"/__sandbox/attachments/{file.GetProperty("id").GetString()}"),
                TestContext.Current.CancellationToken
            );
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{indent}  file {file.GetProperty("title")} {Encoding.UTF8.GetString(stored.Body.Span)}"
            );
        }

        foreach (
            JsonElement below in Items(task, "subtasks")
                .OrderBy(t => t.GetProperty("name").GetString(), StringComparer.Ordinal)
        )
        {
            await WriteAsync(below, text, depth + 1);
        }
    }

    private IEnumerable<string> Lines(JsonElement task)
    {
        foreach (
            string member in (string[])
                ["markdown_description", "due_date", "start_date", "time_estimate", "points", "custom_item_id"]
        )
        {
            yield return $"{member}: {(task.TryGetProperty(member, out JsonElement value) ? value.ToString() : "")}";
        }

        yield return $"status: {task.GetProperty("status").GetProperty("status")}";
        JsonElement priority = task.GetProperty("priority");
        yield return $"priority: {(priority.ValueKind == JsonValueKind.Object ? priority.GetProperty("priority") : "none")}";
        yield return $"tags: {Join(task, "tags", "name")}";
        yield return $"assignees: {Join(task, "assignees", "id")}";
        foreach (JsonElement field in Items(task, "custom_fields"))
        {
            if (field.TryGetProperty("value", out JsonElement value))
            {
                yield return $"field {field.GetProperty("name")}: {value.GetRawText()}";
            }
        }

        foreach (JsonElement list in Items(task, "checklists"))
        {
            yield return $"checklist {list.GetProperty("name")}: {Checklist(list, "items")}";
        }

        foreach (JsonElement tie in Items(task, "dependencies"))
        {
            string line = $"{Known(tie, "task_id")} waits for {Known(tie, "depends_on")}";
            if (!line.Contains("outside", StringComparison.Ordinal))
            {
                yield return line;
            }
        }

        foreach (JsonElement link in Items(task, "linked_tasks"))
        {
            yield return $"linked with {Known(link, "link_id")}";
        }
    }

    private string Known(JsonElement tie, string member) =>
        _names.GetValueOrDefault(tie.GetProperty(member).GetString()!, "outside");

    private static string Checklist(JsonElement above, string member) =>
        string.Join(
            ", ",
            Items(above, member)
                .Select(static item =>
                    $"{item.GetProperty("name")}{(item.GetProperty("resolved").GetBoolean() ? " (done)" : "")}[{Checklist(item, "children")}]"
                )
        );

    private static string Join(JsonElement task, string list, string member) =>
        string.Join(
            ", ",
            Items(task, list).Select(item => item.GetProperty(member).ToString()).Order(StringComparer.Ordinal)
        );

    private static IEnumerable<JsonElement> Items(JsonElement thing, string member) =>
        thing.TryGetProperty(member, out JsonElement items) ? items.EnumerateArray() : [];
}

using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Makes a task again that was deleted, from what was read of it before: fields, checklists, comments, ties and subtasks.</summary>
/// <param name="rule">Names the requests.</param>
/// <param name="client">Sends the requests.</param>
/// <param name="zones">The zones in which dates of comments are written.</param>
internal sealed class TaskRecreation(UndoRule rule, IClickUpClient client, DateZones zones)
{
    private readonly List<string> _failed = [];

    /// <summary>What could not be made again.</summary>
    public IReadOnlyList<string> Failed => _failed;

    /// <summary>Makes the task and all that is in it; gives its new id.</summary>
    /// <param name="snapshot">What <see cref="TaskSnapshot"/> took.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="parent">The new id of the task above; null for the task that was deleted itself.</param>
    public async ValueTask<string> RunAsync(
        JsonElement snapshot,
        CancellationToken cancellationToken,
        string? parent = null
    )
    {
        _failed.AddRange(snapshot.Items("missing").Select(static what => what.Text()).OfType<string>());
        JsonElement task = snapshot.Member("task");
        JsonElement made = await SendAsync(
            "task",
            TaskBody(task, parent ?? task.Text("parent")),
            cancellationToken,
            task.Member("list").Text("id")
        );
        string id =
            made.Text("id")
            ?? throw new ActionableException("ClickUp did not say under which id it made the task again.");
        await AddWatchersAsync(id, task, made, cancellationToken);
        foreach (JsonElement checklist in task.Items("checklists"))
        {
            await TryAsync("a checklist", () => AddChecklistAsync(id, checklist, cancellationToken));
        }

        // The oldest comes first again.
        foreach (JsonElement comment in snapshot.Items("comments").Reverse())
        {
            await TryAsync("a comment", () => AddCommentAsync(id, comment, cancellationToken));
        }

        await AddTiesAsync(id, task, cancellationToken);
        foreach (JsonElement subtask in snapshot.Items("subtasks"))
        {
            await TryAsync("a subtask", async () => await RunAsync(subtask, cancellationToken, parent: id));
        }

        return id;
    }

    private JsonObject TaskBody(JsonElement task, string? parent)
    {
        JsonObject body = new()
        {
            ["name"] = task.Text("name"),
            ["assignees"] = Ids(task, "assignees"),
            ["tags"] = new JsonArray([.. task.Items("tags").Select(static tag => JsonValue.Create(tag.Text("name")))]),
        };
        Put(body, "markdown_content", task.Text("markdown_description"));
        Put(body, "status", task.Member("status").Text("status"));
        Put(body, "parent", parent);
        PutNumber(body, "priority", task.Member("priority").Member("id"));
        foreach (string date in (string[])["due_date", "start_date"])
        {
            PutNumber(body, date, task.Member(date));
            if (body[date] is not null)
            {
                body[$"{date}_time"] = DateText.HasTime(task.Member(date), zones);
            }
        }

        PutNumber(body, "time_estimate", task.Member("time_estimate"));
        PutNumber(body, "points", task.Member("points"));
        PutNumber(body, "custom_item_id", task.Member("custom_item_id"));
        if (task.Items("group_assignees").Any())
        {
            body["group_assignees"] = Ids(task, "group_assignees");
        }

        JsonArray fields = [];
        foreach (JsonElement field in task.Items("custom_fields"))
        {
            if (FieldUndo.Body(field) is { } value)
            {
                value["id"] = field.Text("id");
                fields.Add((JsonNode)value);
            }
        }

        if (fields.Count > 0)
        {
            body["custom_fields"] = fields;
        }

        return body;
    }

    private async ValueTask AddWatchersAsync(
        string id,
        JsonElement task,
        JsonElement made,
        CancellationToken cancellationToken
    )
    {
        HashSet<string> there = [.. made.Items("watchers").Select(static person => person.Text("id")).OfType<string>()];
        JsonNode?[] missing =
        [
            .. task.Items("watchers")
                .Where(person => person.Text("id") is { } watcher && !there.Contains(watcher))
                .Select(static person => UndoTemplate.Node(person.Member("id"))),
        ];
        if (missing.Length > 0)
        {
            JsonObject body = new() { ["watchers"] = new JsonObject { ["add"] = new JsonArray(missing) } };
            await TryAsync("its watchers", async () => await SendAsync("change", body, cancellationToken, id));
        }
    }

    private async ValueTask AddChecklistAsync(string id, JsonElement checklist, CancellationToken cancellationToken)
    {
        JsonElement made = await SendAsync(
            "checklist",
            new JsonObject { ["name"] = checklist.Text("name") },
            cancellationToken,
            id
        );
        string list = made.Member("checklist").Text("id") ?? made.Text("id") ?? string.Empty;
        HashSet<string> known = [];
        foreach (JsonElement item in checklist.Items("items"))
        {
            await AddItemAsync(list, item, null, known, cancellationToken);
        }
    }

    private async ValueTask AddItemAsync(
        string list,
        JsonElement item,
        string? parent,
        HashSet<string> known,
        CancellationToken cancellationToken
    )
    {
        JsonObject body = new() { ["name"] = item.Text("name") };
        PutNumber(
            body,
            "assignee",
            item.Member("assignee") is { ValueKind: JsonValueKind.Object } person
                ? person.Member("id")
                : item.Member("assignee")
        );
        JsonElement made = await SendAsync("item", body, cancellationToken, list);
        // The response is the whole checklist, in which the new item is the one that was not there.
        string id =
            AllItems(made.Member("checklist"))
                .Select(static one => one.Text("id"))
                .OfType<string>()
                .LastOrDefault(known.Add)
            ?? made.Text("id")
            ?? string.Empty;
        JsonObject more = [];
        if (item.IsTrue("resolved"))
        {
            more["resolved"] = true;
        }

        Put(more, "parent", parent);
        if (more.Count > 0)
        {
            await SendAsync("item_change", more, cancellationToken, list, id);
        }

        foreach (JsonElement child in item.Items("children"))
        {
            await AddItemAsync(list, child, id, known, cancellationToken);
        }
    }

    private static IEnumerable<JsonElement> AllItems(JsonElement holder) =>
        holder.Items("items").Concat(holder.Items("children")).SelectMany(static item => AllItems(item).Prepend(item));

    private async ValueTask AddCommentAsync(string id, JsonElement comment, CancellationToken cancellationToken)
    {
        string who = comment.Member("user").Text("username") ?? "somebody";
        string when = DateText.Format(comment.Member("date"), zones) ?? "earlier";
        JsonArray blocks = new(new JsonObject { ["text"] = $"{who}, {when}:\n" });
        foreach (JsonElement block in comment.Items("comment"))
        {
            blocks.Add(UndoTemplate.Node(block));
        }

        await SendAsync(
            "comment",
            new JsonObject { ["comment"] = blocks, ["notify_all"] = false },
            cancellationToken,
            id
        );
        if (comment.Text("reply_count") is not (null or "0"))
        {
            _failed.Add("replies to comments");
        }
    }

    private async ValueTask AddTiesAsync(string id, JsonElement task, CancellationToken cancellationToken)
    {
        string? old = task.Text("id");
        foreach (JsonElement tie in task.Items("dependencies"))
        {
            JsonObject body =
                tie.Text("task_id") == old
                    ? new JsonObject { ["depends_on"] = tie.Text("depends_on") }
                    : new JsonObject { ["dependency_of"] = tie.Text("task_id") };
            await TryAsync("a dependency", async () => await SendAsync("dependency", body, cancellationToken, id));
        }

        foreach (JsonElement link in task.Items("linked_tasks"))
        {
            string? other = link.Text("link_id") == old ? link.Text("task_id") : link.Text("link_id");
            await TryAsync("a link", async () => await SendAsync("link", null, cancellationToken, id, other));
        }

        foreach (JsonElement list in task.Items("locations"))
        {
            await TryAsync(
                "a further list",
                async () => await SendAsync("list", null, cancellationToken, list.Text("id"), id)
            );
        }
    }

    // What is there already is worth more than nothing, so that one part fails ends no other.
    private async ValueTask TryAsync(string what, Func<ValueTask> make)
    {
        try
        {
            await make();
        }
        catch (ActionableException)
        {
            _failed.Add(what);
        }
    }

    private async ValueTask<JsonElement> SendAsync(
        string part,
        JsonObject? body,
        CancellationToken cancellationToken,
        params string?[] ids
    )
    {
        string[] known = [.. ids.Select(static id => id ?? string.Empty)];
        UndoRequest request = rule.Make[part].With(body?.ToJsonString(), known);
        using JsonDocument response = JsonLenient.Parse(await client.SendAsync(request.ToRequest(), cancellationToken));
        return response.RootElement.Clone();
    }

    private static JsonArray Ids(JsonElement task, string member) =>
        [.. task.Items(member).Select(static one => UndoTemplate.Node(one.Member("id")))];

    private static void Put(JsonObject body, string name, string? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }

    private static void PutNumber(JsonObject body, string name, JsonElement value)
    {
        if (UndoTemplate.Number(value) is { } number)
        {
            body[name] = number;
        }
    }
}

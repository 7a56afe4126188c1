using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Reads all of a task that can be made again, before it is deleted: itself, its comments, and its subtasks with theirs.</summary>
/// <param name="client">Sends the reads.</param>
/// <param name="call">What they are sent for.</param>
internal sealed class TaskSnapshot(IClickUpClient client, IUpstreamCall? call)
{
    /// <summary>How many requests it takes at most.</summary>
    public const int MostRequests = 40;

    /// <summary>How large it is at most.</summary>
    public const int MostBytes = 512 * 1024;

    private readonly List<string> _missing = [];
    private int _requests;
    private int _bytes;

    /// <summary>The task with its comments and subtasks; what was too much is named in <c>missing</c>.</summary>
    /// <param name="task">The task as it is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<JsonElement> TakeAsync(JsonElement task, CancellationToken cancellationToken)
    {
        JsonObject taken = await TakeOneAsync(task, cancellationToken);
        taken["missing"] = new JsonArray([.. _missing.Distinct().Select(static what => JsonValue.Create(what))]);
        return JsonElement.Parse(taken.ToJsonString());
    }

    private async ValueTask<JsonObject> TakeOneAsync(JsonElement task, CancellationToken cancellationToken)
    {
        string id = task.Text("id") ?? string.Empty;
        _bytes += task.GetRawText().Length;
        JsonArray comments = [];
        if (
            await ReadAsync(ClickUpOperations.ReadTaskComments(new TaskId(id)), "comments", cancellationToken) is
            { } read
        )
        {
            foreach (JsonElement comment in read.Items("comments"))
            {
                comments.Add(UndoTemplate.Node(comment));
            }
        }

        JsonArray subtasks = [];
        foreach (JsonElement subtask in task.Items("subtasks"))
        {
            // Those in the parent lack checklists and more, depending on the endpoint.
            ClickUpRequest whole = ClickUpOperations.ReadTask(
                new TaskId(subtask.Text("id") ?? string.Empty),
                subtasks: true,
                includeMarkdownDescription: true
            );
            if (await ReadAsync(whole, "subtasks", cancellationToken) is { } found)
            {
                subtasks.Add((JsonNode)await TakeOneAsync(found, cancellationToken));
            }
        }

        return new JsonObject
        {
            ["task"] = UndoTemplate.Node(task),
            ["comments"] = comments,
            ["subtasks"] = subtasks,
        };
    }

    private async ValueTask<JsonElement?> ReadAsync(
        ClickUpRequest request,
        string what,
        CancellationToken cancellationToken
    )
    {
        if (_requests >= MostRequests || _bytes >= MostBytes)
        {
            _missing.Add($"some {what}");
            return null;
        }

        _requests++;
        try
        {
            ClickUpResponse response = await client.SendAsync(request with { Call = call }, cancellationToken);
            _bytes += response.Body.Length;
            using JsonDocument document = JsonLenient.Parse(response);
            return document.RootElement.Clone();
        }
        catch (ActionableException)
        {
            _missing.Add($"some {what}");
            return null;
        }
    }
}

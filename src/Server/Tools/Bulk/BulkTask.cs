using System.Runtime.InteropServices;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A task as one of the items of a bulk call has read it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Updated">When it was changed last, as ClickUp writes it.</param>
/// <param name="List">The id of its home list.</param>
/// <param name="IsArchived">Whether lists of tasks leave it out.</param>
/// <param name="Json">What ClickUp sent of it.</param>
internal sealed record BulkTask(string Id, string? Name, string? Updated, string? List, bool IsArchived, byte[] Json)
{
    private const string Operation = "GetTask";
    private static readonly string[] Pages = ["GetTasks", "GetFilteredTeamTasks"];
    private const string CustomIds = "custom_task_ids=true";
    private const string Subtasks = "include_subtasks=true";

    /// <summary>When it was read, as a timestamp of the clock.</summary>
    public long ReadAt { get; init; }

    /// <summary>Whether a request reads a page of whole tasks.</summary>
    public static bool IsPage(ClickUpRequest request) => Array.IndexOf(Pages, request.Operation) >= 0;

    /// <summary>The task in a response or in a list; null when it has no id.</summary>
    public static BulkTask? Of(JsonElement task) =>
        task.Text("id") is not { } id
            ? null
            : new BulkTask(
                id,
                task.Text("name"),
                task.Text("date_updated"),
                task.Member("list").Text("id"),
                task.IsTrue("archived"),
                JsonMarshal.GetRawUtf8Value(task).ToArray()
            );

    /// <summary>What a request for one task is known by; null for another request, and for one that asks for more than lists of tasks have.</summary>
    public static string? KeyOf(ClickUpRequest request)
    {
        bool wantsSubtasks =
            request.Query.Contains(Subtasks, StringComparison.Ordinal)
            && (request.Needed.Count == 0 || request.Needed.Contains("subtasks"));
        if (request is not { Operation: Operation, IsRead: true } || wantsSubtasks)
        {
            return null;
        }

        string id = Uri.UnescapeDataString(request.Path[(request.Path.LastIndexOf('/') + 1)..]);
        return request.Query.Contains(CustomIds, StringComparison.Ordinal) ? CustomKey(id) : id;
    }

    /// <summary>What a task is known by that has a custom id.</summary>
    public static string CustomKey(string customId) => $"custom/{customId.ToUpperInvariant()}";

    /// <summary>All that it is known by.</summary>
    public static IEnumerable<string> KeysOf(JsonElement task)
    {
        if (task.Text("id") is { } id)
        {
            yield return id;
        }

        if (task.Text("custom_id") is { Length: > 0 } custom)
        {
            yield return CustomKey(custom);
        }
    }

    /// <summary>Whether it shows what is wanted: lists leave some members out.</summary>
    public bool Shows(IReadOnlyList<string> members)
    {
        if (members.Count == 0)
        {
            return true;
        }

        using JsonDocument document = JsonDocument.Parse(Json);
        return members.All(name => document.RootElement.TryGetProperty(name, out _));
    }

    /// <summary>The response that shows it.</summary>
    public ClickUpResponse ToResponse() => new(200, Json);
}

using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads a task for handlers that look before or after they write.</summary>
internal static class TaskReading
{
    /// <summary>The task as ClickUp has it now; the caller disposes it.</summary>
    public static async ValueTask<JsonDocument> ReadAsync(
        EntityReference task,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ClickUpRequest request = ClickUpOperations.GetTask(
            new()
            {
                Task = task,
                Subtasks = false,
                IncludeMarkdownDescription = true,
            },
            context
        );
        return ResponseReader.Parse((await context.Services.Client.SendAsync(request, cancellationToken)).Body);
    }

    /// <summary>The id of the task's home list.</summary>
    public static string? Home(JsonElement task) => task.Member("list").Text("id");

    /// <summary>Whether the list is one of the task's further lists.</summary>
    public static bool IsAlsoIn(JsonElement task, string? list) =>
        task.Items("locations").Any(place => place.Text("id") == list);
}

using System.Net;
using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the files of a task or custom field.</summary>
/// <remarks>Some workspaces answer 404 to all of version 3's attachments; then a task's files are read from the task.</remarks>
internal static class AttachmentFiles
{
    public static async ValueTask<ItemPage> ReadAsync(
        WorkspaceId workspace,
        TaskId? task,
        string? customFieldId,
        ResponseQuery query,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (task is not { } given)
        {
            ClickUpRequest ofField = ClickUpOperations.ReadFieldFiles(customFieldId!, workspace);
            return await context.ReadPageAsync(ofField, query, cancellationToken);
        }

        try
        {
            ClickUpRequest ofTask = ClickUpOperations.ReadTaskFiles(given, workspace);
            return await context.ReadPageAsync(ofTask, query, cancellationToken);
        }
        catch (ClickUpApiException refusal) when (refusal.Status == (int)HttpStatusCode.NotFound)
        {
            // Whether the task is missing or version 3 is, this request tells.
            ResponseQuery inTask = query with
            {
                Response = query.Response with { Path = "attachments", Pagination = null },
            };
            ClickUpRequest whole = ClickUpOperations.ReadTask(given, subtasks: false);
            return await context.ReadPageAsync(whole, inTask, cancellationToken);
        }
    }
}

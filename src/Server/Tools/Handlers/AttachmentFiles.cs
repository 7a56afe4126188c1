using System.Net;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the files of a task or custom field.</summary>
/// <remarks>Some workspaces answer 404 to all of version 3's attachments; then a task's files are read from the task.</remarks>
internal sealed class AttachmentFiles(ToolServices services, EntityReference? task, string? customFieldId)
{
    /// <summary>Reads one page; the workspace must be resolved.</summary>
    public async ValueTask<ItemPage> ReadAsync(
        ResponseQuery query,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (task is null)
        {
            ClickUpRequest ofField = ClickUpOperations.ReadFieldFiles(
                new() { CustomFieldId = customFieldId! },
                context
            );
            return await Paginator.ReadAsync(services.Client, ofField, query, cancellationToken);
        }

        // Version 3 does not know custom ids.
        if (!task.IsCustomId)
        {
            try
            {
                ClickUpRequest ofTask = ClickUpOperations.ReadTaskFiles(new() { Task = task }, context);
                return await Paginator.ReadAsync(services.Client, ofTask, query, cancellationToken);
            }
            catch (ClickUpApiException refusal) when (refusal.Status == (int)HttpStatusCode.NotFound)
            {
                // Whether the task is missing or version 3 is, the next request tells.
            }
        }

        ClickUpRequest whole = ClickUpOperations.GetTask(new() { Task = task, Subtasks = false }, context);
        ResponseQuery inTask = query with
        {
            Response = query.Response with { Path = "attachments", Pagination = null },
        };
        return await Paginator.ReadAsync(services.Client, whole, inTask, cancellationToken);
    }
}

using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the files of a task or custom field.</summary>
internal sealed class ListAttachmentsHandler : IToolHandler<ResolvedListAttachments>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedListAttachments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        HandlerResult.OfPage(
            await AttachmentFiles.ReadAsync(
                arguments.Workspace,
                arguments.Task,
                arguments.CustomFieldId,
                context.Query!,
                context,
                cancellationToken
            )
        );
}

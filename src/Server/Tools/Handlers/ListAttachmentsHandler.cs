using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the files of a task or custom field.</summary>
internal sealed class ListAttachmentsHandler(ToolServices services) : IToolHandler<ListAttachmentsArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        ListAttachmentsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ResponseQuery query = new("list_attachments", ListAttachmentsTool.Answer, arguments.Output ?? new(), null);
        AttachmentFiles files = new(services, arguments.Task, arguments.CustomFieldId);
        using ItemPage page = await files.ReadAsync(query, context, cancellationToken);
        return new ToolResult(
            services.Projector.Many(
                page.Items,
                query.Response.Shape!,
                query.Options.DetailLevel ?? query.Response.DefaultLevel,
                query.Options,
                page.Position,
                await services.Names.GetTimeZoneIdAsync(cancellationToken)
            )
        );
    }
}

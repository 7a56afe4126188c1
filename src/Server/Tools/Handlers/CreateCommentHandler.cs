using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Posts Markdown as a comment on a task, list or chat view.</summary>
internal sealed class CreateCommentHandler(ToolServices services) : IToolHandler<CreateCommentArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        CreateCommentArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        if (arguments.Task is { IsCustomId: true })
        {
            await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        }

        CommentText text = await CommentText.ReadAsync(arguments.Text, arguments.Workspace, context, cancellationToken);
        ClickUpRequest request = ClickUpOperations.PostComment(
            new()
            {
                Task = arguments.Task,
                List = arguments.List,
                View = arguments.View,
                Blocks = text.Blocks,
                Assignee = arguments.Assignee,
                NotifyAll = arguments.NotifyAll,
            },
            context
        );
        ResponseQuery query = new("create_comment", CreateCommentTool.Answer, arguments.Output ?? new(), null);
        ToolResult result = await ResponseReader.ReadAsync(request, query, services, cancellationToken);
        return text.Annotate(result, services.Projector.Format);
    }
}

using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Posts Markdown in the thread of a comment.</summary>
internal sealed class CreateCommentReplyHandler(ToolServices services) : IToolHandler<CreateCommentReplyArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        CreateCommentReplyArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        CommentText text = await CommentText.ReadAsync(arguments.Text, arguments.Workspace, context, cancellationToken);
        ClickUpRequest request = ClickUpOperations.PostCommentReply(
            new()
            {
                CommentId = arguments.CommentId,
                Blocks = text.Blocks,
                Assignee = arguments.Assignee,
                NotifyAll = arguments.NotifyAll,
            },
            context
        );
        ResponseQuery query = new(
            "create_comment_reply",
            CreateCommentReplyTool.Answer,
            arguments.Output ?? new(),
            $"Replied to comment {arguments.CommentId}."
        );
        ToolResult result = await ResponseReader.ReadAsync(request, query, services, cancellationToken);
        return text.Annotate(result, services.Projector.Format);
    }
}

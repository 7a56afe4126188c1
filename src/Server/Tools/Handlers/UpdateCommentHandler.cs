using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes the text, the assignee or the resolution of a comment.</summary>
internal sealed class UpdateCommentHandler(ToolServices services) : IToolHandler<UpdateCommentArguments>
{
    /// <summary>What ClickUp says of a token it does not know, and of an edit of a reply.</summary>
    private const string UnknownToken = "OAUTH_019";

    public async ValueTask<ToolResult> HandleAsync(
        UpdateCommentArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        CommentText? text = arguments.Text is null
            ? null
            : await CommentText.ReadAsync(arguments.Text, arguments.Workspace, context, cancellationToken);
        ClickUpRequest request = ClickUpOperations.PutComment(
            new()
            {
                CommentId = arguments.CommentId,
                Blocks = text?.Blocks,
                Resolved = arguments.Resolved,
                Assignee = arguments.Assignee,
            },
            context
        );
        try
        {
            await services.Client.SendAsync(request, cancellationToken);
        }
        catch (ClickUpApiException refusal) when (refusal.Code == UnknownToken)
        {
            throw new ActionableException(
                $"ClickUp refused to change comment {arguments.CommentId}.",
                "It answers as if the token were unknown, which is what it does when the comment is a reply in a thread.",
                "If it is a reply, delete it with delete_comment and post it again with create_comment_reply; "
                    + "if other calls fail as well, the token is no longer valid."
            );
        }

        ToolResult result = new($"Updated comment {arguments.CommentId}.");
        return text?.Annotate(result, services.Projector.Format) ?? result;
    }
}

using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The thread below a message, with the names of its authors.</summary>
internal sealed class GetChatMessageRepliesHandler(ToolServices services) : IToolHandler<GetChatMessageRepliesArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        GetChatMessageRepliesArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpRequest request = ClickUpOperations.ReadChatReplies(new() { MessageId = arguments.MessageId }, context);
        ResponseQuery query = new(
            "get_chat_message_replies",
            GetChatMessageRepliesTool.Answer,
            arguments.Output ?? new(),
            null
        );
        return await ChatPage.ReadAsync(request, query, context.WorkspaceId, services, cancellationToken);
    }
}

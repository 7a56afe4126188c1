using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The reactions to a message, with the names of the people.</summary>
internal sealed class GetChatReactionsHandler(ToolServices services) : IToolHandler<GetChatReactionsArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        GetChatReactionsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpRequest request = ClickUpOperations.ReadChatReactions(
            new() { MessageId = arguments.MessageId },
            context
        );
        ResponseQuery query = new("get_chat_reactions", GetChatReactionsTool.Answer, arguments.Output ?? new(), null);
        return await ChatPage.ReadAsync(request, query, context.WorkspaceId, services, cancellationToken);
    }
}

using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The messages and posts of a channel, with the names of their authors.</summary>
internal sealed class GetChatMessagesHandler(ToolServices services) : IToolHandler<GetChatMessagesArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        GetChatMessagesArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpRequest request = ClickUpOperations.ReadChatMessages(new() { Channel = arguments.Channel }, context);
        ResponseQuery query = new("get_chat_messages", GetChatMessagesTool.Answer, arguments.Output ?? new(), null);
        return await ChatPage.ReadAsync(request, query, context.WorkspaceId, services, cancellationToken);
    }
}

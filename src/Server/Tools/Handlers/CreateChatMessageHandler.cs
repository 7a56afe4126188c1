using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sends a message to a channel, or a post of a subtype that the caller names.</summary>
internal sealed class CreateChatMessageHandler(ToolServices services) : IToolHandler<CreateChatMessageArguments>
{
    // Where the list of subtypes is in the answer, which the documents leave out.
    private static readonly string[] Places = ["comment_subtypes", "subtypes", "data", ""];

    public async ValueTask<ToolResult> HandleAsync(
        CreateChatMessageArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        string? subtype = arguments.Subtype is null
            ? null
            : await FindSubtypeAsync(arguments.Subtype, context, cancellationToken);
        ClickUpRequest request = ClickUpOperations.PostChatMessage(
            new()
            {
                Channel = arguments.Channel,
                Type = subtype is null ? "message" : "post",
                Content = arguments.Content,
                Title = arguments.Title,
                SubtypeId = subtype,
                Assignee = arguments.Assignee,
            },
            context
        );
        ResponseQuery query = new("create_chat_message", CreateChatMessageTool.Answer, arguments.Output ?? new(), null);
        return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }

    private async ValueTask<string> FindSubtypeAsync(
        string wanted,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.GetCommentSubtypes(new() { CommentType = "post" }, context),
            cancellationToken
        );
        using JsonDocument document = ResponseReader.Parse(response.Body);
        List<(string Id, string Name)> subtypes =
        [
            .. Items(document.RootElement)
                .Select(static item => (LenientValue.Text(item, "id") ?? "", LenientValue.Text(item, "name") ?? "")),
        ];
        return subtypes.Find(subtype => Same(subtype.Name, wanted)) is { Id.Length: > 0 } found
            ? found.Id
            : throw new ActionableException(
                $"This workspace has no post subtype {wanted}.",
                "Each workspace has its own list of subtypes.",
                "Use one of the options, or leave title and subtype out to send a plain message.",
                [.. subtypes.Select(static subtype => subtype.Name)]
            );
    }

    private static IEnumerable<JsonElement> Items(JsonElement root)
    {
        foreach (string place in Places)
        {
            if (JsonPath.TryFind(root, place, out JsonElement found) && found.ValueKind == JsonValueKind.Array)
            {
                return found.EnumerateArray();
            }
        }

        return [];
    }

    private static bool Same(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}

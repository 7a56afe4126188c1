using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Creates a list where the caller said: in a folder, or directly in a space.</summary>
internal sealed class CreateListHandler(ToolServices services) : IToolHandler<CreateListArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        CreateListArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        ClickUpRequest request = arguments.Folder is null ? InSpace(arguments, context) : InFolder(arguments, context);
        ResponseQuery query = new("create_list", CreateListTool.Answer, arguments.Output ?? new(), null);
        return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }

    private static ClickUpRequest InFolder(CreateListArguments arguments, ToolCallContext context) =>
        ClickUpOperations.CreateFolderList(
            new()
            {
                Folder = arguments.Folder!,
                Name = arguments.Name,
                Content = arguments.Content,
                Due = arguments.Due,
                Priority = arguments.Priority,
                Assignee = arguments.Assignee,
            },
            context
        );

    private static ClickUpRequest InSpace(CreateListArguments arguments, ToolCallContext context) =>
        ClickUpOperations.CreateSpaceList(
            new()
            {
                Space = arguments.Space!,
                Name = arguments.Name,
                Content = arguments.Content,
                Due = arguments.Due,
                Priority = arguments.Priority,
                Assignee = arguments.Assignee,
            },
            context
        );
}

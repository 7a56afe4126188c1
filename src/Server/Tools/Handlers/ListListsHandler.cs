using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the lists of a folder, or those of a space that are in no folder.</summary>
internal sealed class ListListsHandler(ToolServices services) : IToolHandler<ListListsArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        ListListsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        ClickUpRequest request = arguments.Folder is { } folder
            ? ClickUpOperations.GetFolderLists(new() { Folder = folder, Archived = arguments.Archived }, context)
            : ClickUpOperations.GetSpaceLists(
                new() { Space = arguments.Space!, Archived = arguments.Archived },
                context
            );
        ResponseQuery query = new("list_lists", ListListsTool.Answer, arguments.Output ?? new(), null);
        return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }
}

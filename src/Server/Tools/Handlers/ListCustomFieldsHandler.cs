using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists custom fields at the most specific place the caller named.</summary>
internal sealed class ListCustomFieldsHandler(ToolServices services) : IToolHandler<ListCustomFieldsArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        ListCustomFieldsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        ClickUpRequest request;
        if (arguments.List is { } list)
        {
            request = ClickUpOperations.GetListFields(new() { List = list }, context);
        }
        else if (arguments.Folder is { } folder)
        {
            request = ClickUpOperations.GetFolderFields(new() { Folder = folder }, context);
        }
        else if (arguments.Space is { } space)
        {
            request = ClickUpOperations.GetSpaceFields(new() { Space = space }, context);
        }
        else
        {
            await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
            request = ClickUpOperations.GetWorkspaceFields(new(), context);
        }

        ResponseQuery query = new("list_custom_fields", ListCustomFieldsTool.Answer, arguments.Output ?? new(), null);
        return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }
}

using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the views of one place; ClickUp keeps the required ones apart.</summary>
internal sealed class ListViewsHandler(ToolServices services) : IToolHandler<ListViewsArguments>
{
    private static readonly string[] Places = ["views", "required_views"];

    public async ValueTask<ToolResult> HandleAsync(
        ListViewsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        if (arguments is { List: null, Folder: null, Space: null })
        {
            await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        }

        ClickUpRequest request = ClickUpOperations.GetPlaceViews(
            new()
            {
                List = arguments.List,
                Folder = arguments.Folder,
                Space = arguments.Space,
            },
            context
        );
        ResponseQuery query = new("list_views", ListViewsTool.Answer, arguments.Output ?? new(), null);
        return await GatheredList.ReadAsync(request, query, Places, services, cancellationToken);
    }
}

using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Creates a view where the caller said, from words instead of ClickUp's own definition.</summary>
internal sealed class CreateViewHandler(ToolServices services) : IToolHandler<CreateViewArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        CreateViewArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        if (arguments is { List: null, Folder: null, Space: null })
        {
            await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        }

        ClickUpRequest request = ClickUpOperations.PostView(
            new()
            {
                List = arguments.List,
                Folder = arguments.Folder,
                Space = arguments.Space,
                Definition = ViewDefinition.Create(Changes(arguments)),
            },
            context
        );
        ResponseQuery query = new("create_view", CreateViewTool.Answer, arguments.Output ?? new(), null);
        return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }

    private static ViewChanges Changes(CreateViewArguments arguments) =>
        new()
        {
            Name = arguments.Name,
            Type = arguments.Type,
            GroupBy = arguments.GroupBy,
            GroupDescending = arguments.GroupDescending,
            Sort = arguments.Sort,
            Filters = arguments.Filters?.Select(static f => new ViewCondition(f.Field, f.Op, f.Values ?? [])).ToArray(),
            Match = arguments.Match,
            Search = arguments.Search,
            ShowClosed = arguments.ShowClosed,
            Columns = arguments.Columns,
            ShowSubtasks = arguments.ShowSubtasks,
        };
}

using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes a list; emptying its assignee and its colour have words of their own.</summary>
internal sealed class UpdateListHandler(ToolServices services) : IToolHandler<UpdateListArguments>
{
    private const string Nobody = "none";

    public async ValueTask<ToolResult> HandleAsync(
        UpdateListArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        ClickUpRequest request = ClickUpOperations.PutList(
            new()
            {
                List = arguments.List,
                Name = arguments.Name,
                Content = arguments.Content,
                Due = arguments.Due,
                Priority = arguments.Priority,
                Assignee = arguments.Clear.Contains("assignee") ? Nobody : arguments.Assignee?.Id,
                Color = arguments.Color,
                UnsetColor = arguments.Clear.Contains("color") ? true : null,
                Clear = [.. arguments.Clear.Where(static name => name is "due" or "priority")],
            },
            context
        );
        ResponseQuery query = new("update_list", UpdateListTool.Answer, arguments.Output ?? new(), null);
        return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }
}

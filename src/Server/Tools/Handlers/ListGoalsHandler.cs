using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the goals of the workspace; ClickUp keeps those in folders apart.</summary>
internal sealed class ListGoalsHandler(ToolServices services) : IToolHandler<ListGoalsArguments>
{
    // ClickUp may repeat a goal of a folder outside, without its folder.
    private static readonly string[] Places = ["folders[].goals", "goals"];

    public async ValueTask<ToolResult> HandleAsync(
        ListGoalsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpRequest request = ClickUpOperations.GetGoals(
            new() { IncludeCompleted = arguments.IncludeCompleted },
            context
        );
        ResponseQuery query = new("list_goals", ListGoalsTool.Answer, arguments.Output ?? new(), null);
        return await GatheredList.ReadAsync(request, query, Places, services, cancellationToken);
    }
}

using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads pages of tasks and leaves out those that are not as they are asked for.</summary>
internal static class TaskPages
{
    /// <param name="request">The request for the first page.</param>
    /// <param name="conditions">What is asked of the tasks.</param>
    /// <param name="noun">What the tasks are of which these are a part, as in "tasks that the view shows".</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async ValueTask<HandlerResult> ReadAsync(
        ClickUpRequest request,
        TaskConditions conditions,
        string noun,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ResponseQuery query = context.Query!;
        ItemPage page = await context.ReadPageAsync(
            request,
            query,
            cancellationToken,
            conditions.Any ? conditions.Matches : null,
            alsoRead: TaskConditions.Members
        );
        return HandlerResult.OfPage(page, conditions.Any ? [Coverage.Describe(page, query, noun)] : []);
    }
}

using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Discovery;

/// <summary>Runs any available tool that changes nothing.</summary>
internal sealed class RunReadToolHandler : IToolHandler<ResolvedRunReadTool>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedRunReadTool arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        HandlerResult.Of(
            await ToolRunner.RunAsync(
                new ToolRun(arguments.Name, arguments.Arguments, OnlyReads: true),
                context,
                cancellationToken
            )
        );
}

using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Discovery;

/// <summary>Runs any available tool.</summary>
internal sealed class RunWriteToolHandler : IToolHandler<ResolvedRunWriteTool>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedRunWriteTool arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        HandlerResult.Of(
            await ToolRunner.RunAsync(
                new ToolRun(arguments.Name, arguments.Arguments, OnlyReads: false),
                context,
                cancellationToken
            )
        );
}

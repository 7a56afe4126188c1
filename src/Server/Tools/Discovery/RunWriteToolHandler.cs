using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Discovery;

/// <summary>Runs any available tool.</summary>
internal sealed class RunWriteToolHandler(ToolServices services) : IToolHandler<RunWriteToolArguments>
{
    public ValueTask<ToolResult> HandleAsync(
        RunWriteToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        ToolRunner.RunAsync(
            services,
            new ToolRun(arguments.Name, arguments.Arguments, arguments.Workspace, OnlyReads: false),
            context,
            cancellationToken
        );
}

using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Discovery;

/// <summary>Runs any available tool that changes nothing.</summary>
internal sealed class RunReadToolHandler(ToolServices services) : IToolHandler<RunReadToolArguments>
{
    public ValueTask<ToolResult> HandleAsync(
        RunReadToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        ToolRunner.RunAsync(
            services,
            new ToolRun(arguments.Name, arguments.Arguments, arguments.Workspace, OnlyReads: true),
            context,
            cancellationToken
        );
}

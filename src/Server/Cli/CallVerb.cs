using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Inventories;

namespace ClickUpMcp.Cli;

/// <summary><c>call</c>: runs one tool and prints what a model would read.</summary>
internal sealed class CallVerb : IVerb
{
    public string Usage => "call TOOL [name=text | name:=json]... [--sandbox] [options]";

    public string Summary => "call one tool; its arguments may also be a JSON object, @file, or - for standard input";

    public VerbFlag[] Flags => [SandboxVerb.Flag];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        if (arguments.PositionalArguments is not [var tool, ..])
        {
            throw new OptionsException($"Name the tool: clickup-mcp {Usage}");
        }

        byte[] json = CallArguments.Read([.. arguments.PositionalArguments.Skip(1)], environment.Input);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        environment.Composition.Validate(options);
        environment.Warn(options);
        return CallAsync(tool, json, options, environment).GetAwaiter().GetResult();
    }

    private static async Task<int> CallAsync(
        string tool,
        byte[] json,
        ServerOptions options,
        CliEnvironment environment
    )
    {
        using var cancellation = new CancellationTokenSource();
        using var signals = new ShutdownSignals(cancellation.Cancel);
        IToolGateway gateway = environment.Composition.CreateInventory(options).Tools.Value;
        try
        {
            ToolGatewayResult result = await gateway.CallAsync(new McpRequest(tool, json), cancellation.Token);
            if (result.Result is not { } reply)
            {
                throw new OptionsException(result.UnknownTool!);
            }

            environment.WriteLine(reply.Text);
            return reply.IsError ? ExitCode.Failed : ExitCode.Ok;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
    }
}

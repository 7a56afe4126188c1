using ClickUpMcp.Cli.Results;
using ClickUpMcp.Hosting;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli;

/// <summary><c>call</c>: runs one tool and prints its result.</summary>
internal sealed class CallVerb : IVerb
{
    public string Usage => "call TOOL [name=text | name:=json]... [--sandbox] [options]";

    public string Summary => "call one tool; its arguments may also be a JSON object, @file, or - for standard input";

    public VerbFlag[] Flags => [SandboxVerb.Flag, CallResult.FormatFlag];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        if (arguments.PositionalArguments is not [var tool, ..])
        {
            throw new OptionsException($"Name the tool: clickup-mcp {Usage}");
        }

        byte[] json = CallArguments.Read([.. arguments.PositionalArguments.Skip(1)], environment.Input);
        ServerOptions options = OptionsLoader.Load(arguments.Without(CallResult.Flag), environment.Variable);
        CallFormat? format = CallResult.Asked(arguments, options);
        options.Format = format == CallFormat.Text ? OutputFormat.Text : OutputFormat.Json;
        environment.Composition.Validate(options);
        environment.Warn(options);
        return CallAsync(tool, json, format, options, environment).GetAwaiter().GetResult();
    }

    private static async Task<int> CallAsync(
        string tool,
        byte[] json,
        CallFormat? format,
        ServerOptions options,
        CliEnvironment environment
    )
    {
        using var cancellation = new CancellationTokenSource();
        using var signals = new ShutdownSignals(cancellation.Cancel);
        IToolGateway gateway = environment.Composition.CreateInventory(options).Tools.Value;
        try
        {
            using WaitingLine? line = environment.Terminal.ShowsErrors
                ? new WaitingLine(environment.Error.Value)
                : null;
            ToolGatewayResult result = await gateway.CallAsync(
                new McpRequest(tool, json)
                {
                    Progress = (IProgressReporter?)line ?? NoProgress.Instance,
                    Person = new TerminalPerson(environment, () => line?.Dispose()),
                },
                cancellation.Token
            );
            line?.Dispose();
            if (result.Result is not { } reply)
            {
                throw new OptionsException(
                    $"{result.UnknownTool}{(result.UnknownTool!.EndsWith('?') ? "" : ".")} Run clickup-mcp tools --persona all."
                );
            }

            if (reply.IsError)
            {
                environment.WriteErrors(reply.Text);
                return ExitCode.Failed;
            }

            if (reply.File is { } file)
            {
                environment.WriteError(
                    $"({file.MediaType}, {file.Content.Length} bytes: not shown here; save_to and --download-root save it)"
                );
            }

            return CallResult.Write(reply.Text, format, environment);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
    }
}

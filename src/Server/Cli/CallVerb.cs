using System.Text;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Inventories;

namespace ClickUpMcp.Cli;

/// <summary><c>call</c>: runs one tool and prints what a model would read.</summary>
internal sealed class CallVerb : IVerb
{
    public string Usage => "call TOOL ['{json}' | -] [--sandbox] [options]";

    public string Summary => "call one tool; - reads its arguments from standard input";

    public VerbFlag[] Flags => [SandboxVerb.Flag];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 2);
        if (arguments.PositionalArguments is not [var tool, ..])
        {
            throw new OptionsException($"Name the tool: clickup-mcp {Usage}");
        }

        byte[] json = ReadArguments(arguments.PositionalArguments, environment);
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

    private static byte[] ReadArguments(IReadOnlyList<string> positionals, CliEnvironment environment)
    {
        byte[] json = positionals.Count < 2 ? [.. "{}"u8] : Encoding.UTF8.GetBytes(positionals[1]);
        if (positionals is [_, "-"])
        {
            using var copy = new MemoryStream();
            environment.Input.Value.CopyTo(copy);
            json = copy.ToArray();
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? json
                : throw new OptionsException("The tool's arguments must be a JSON object.");
        }
        catch (JsonException)
        {
            throw new OptionsException("The tool's arguments are not valid JSON.");
        }
    }
}

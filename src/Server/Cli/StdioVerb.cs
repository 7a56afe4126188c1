using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Telemetry;

namespace ClickUpMcp.Cli;

/// <summary><c>stdio</c>: serves the program that started this one.</summary>
internal sealed class StdioVerb : IVerb
{
    public string Usage => "[stdio] [--sandbox] [options]";

    public string Summary => "serve MCP on standard input and output (the default)";

    public VerbFlag[] Flags => [SandboxVerb.Flag];

    public Setting[] OwnSettings => OtlpSettings.All;

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        if (NamesCollector(arguments, environment, options))
        {
            options = OptionsLoader.Load(arguments, environment.Variable, OwnSettings);
        }

        environment.Composition.Validate(options);
        environment.Warn(options);
        StdioHost.Run(environment.Composition, options, environment.Time);
        return ExitCode.Ok;
    }

    /// <remarks>A collector is rare on stdio, and a table more to go through would show in every start.</remarks>
    private static bool NamesCollector(CommandArguments arguments, CliEnvironment environment, ServerOptions options) =>
        options.Otlp is not null
        || arguments.Has(OtlpSettings.EndpointFlag)
        || !string.IsNullOrEmpty(environment.Variable(OtlpOptions.Endpoint));
}

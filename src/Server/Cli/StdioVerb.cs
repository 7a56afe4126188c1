using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary><c>stdio</c>: serves the program that started this one.</summary>
internal sealed class StdioVerb : IVerb
{
    public string Usage => "[stdio] [--sandbox] [options]";

    public string Summary => "serve MCP on standard input and output (the default)";

    public VerbFlag[] Flags => [SandboxVerb.Flag];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        Positionals.Expect(arguments, 0);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        environment.Composition.Validate(options);
        StdioHost.Run(environment.Composition, options, environment.Time);
        return ExitCode.Ok;
    }
}

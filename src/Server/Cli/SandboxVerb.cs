using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary><c>sandbox</c>: serves a made-up ClickUp over HTTP on this machine.</summary>
internal sealed class SandboxVerb : IVerb
{
    private const int LastPort = 65535;

    /// <summary>The switch of verbs that can run against the built-in sandbox.</summary>
    public static VerbFlag Flag => new("sandbox", null, "use a built-in ClickUp with made-up data; needs no token");

    public string Usage => "sandbox [--port N]";

    public string Summary => "serve a made-up ClickUp on a port of this machine";

    public IReadOnlyList<VerbFlag> Flags => [new VerbFlag("port", "N", "port to listen on; 0, the default, picks one")];

    public bool TakesSettings => false;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        Positionals.Expect(arguments, 0);
        if (!int.TryParse(arguments.Flag("port") ?? "0", out int port) || port is < 0 or > LastPort)
        {
            throw new OptionsException($"--port must be a whole number from 0 to {LastPort}.");
        }

        using var cancellation = new CancellationTokenSource();
        using var signals = new ShutdownSignals(cancellation.Cancel);
        environment
            .Composition.RunSandboxAsync(port, environment.WriteLine, cancellation.Token)
            .GetAwaiter()
            .GetResult();
        return ExitCode.Ok;
    }
}

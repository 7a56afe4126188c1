using System.Net.Sockets;
using ClickUpMcp.Hosting;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Cli;

/// <summary><c>sandbox</c>: serves an in-memory ClickUp over HTTP on this machine.</summary>
internal sealed class SandboxVerb : IVerb
{
    private const int LastPort = 65535;
    private const int LargestScale = 1000;

    /// <summary>The switch of verbs that can run against the built-in sandbox.</summary>
    public static VerbFlag Flag => new("sandbox", null, "use a built-in ClickUp with made-up data; needs no token");

    public string Usage =>
        "sandbox [--port N] [--scale N] [--rate N] [--second-workspace] [--account-zone ZONE] [--strict]";

    public string Summary => "serve an in-memory ClickUp on a port of this machine";

    public VerbFlag[] Flags =>
        [
            new VerbFlag("port", "N", "port to listen on; 0, the default, picks one"),
            new VerbFlag("scale", "N", "200 tasks times this; 1 by default"),
            new VerbFlag("rate", "N", "requests allowed in a minute, 100 by default; 0 for no limit"),
            new VerbFlag("second-workspace", null, "with a second, small workspace"),
            new VerbFlag("account-zone", "ZONE", $"IANA time zone of its people ({SandboxSeed.TimeZone})"),
            new VerbFlag("strict", null, $"refuse tokens other than those of its people, such as {SandboxSeed.Token}"),
        ];

    public bool TakesSettings => false;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ThreadPoolSpin.Allow();
        int port = Number(arguments, "port", 0, LastPort, 0);
        SandboxOptions options = new()
        {
            Scale = Number(arguments, "scale", 1, LargestScale, 1),
            RequestsPerMinute = Number(arguments, "rate", 0, int.MaxValue, 100),
            SecondWorkspace = arguments.Has("second-workspace"),
            TimeZone = SettingValues.TimeZone(arguments.Flag("account-zone") ?? SandboxSeed.TimeZone),
            Tokens = arguments.Has("strict") ? SandboxSeed.Tokens : [],
        };

        using var cancellation = new CancellationTokenSource();
        using var signals = new ShutdownSignals(cancellation.Cancel);
        try
        {
            environment
                .Composition.RunSandboxAsync(options, port, environment.WriteLine, cancellation.Token)
                .GetAwaiter()
                .GetResult();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new UnusableException($"The port {port} cannot be listened on; is it in use, or kept for others?");
        }

        return ExitCode.Ok;
    }

    private static int Number(CommandArguments arguments, string flag, int minimum, int maximum, int usual)
    {
        if (arguments.Flag(flag) is not { } text)
        {
            return usual;
        }

        return int.TryParse(text, out int number) && number >= minimum && number <= maximum
            ? number
            : throw new OptionsException($"--{flag} must be a whole number from {minimum} to {maximum}.");
    }
}

using ClickUpMcp.Authorization.Upstream;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Keyring;
using ClickUpMcp.Hosting.SignIn;

namespace ClickUpMcp.Cli;

/// <summary><c>login</c>: lets the user sign in at ClickUp in a browser, and keeps the token only in the keyring, only when asked.</summary>
internal sealed class LoginVerb : IVerb
{
    private const string Port = "port";
    private const string NoBrowser = "no-browser";

    public string Usage => "login [--keyring] [--port N] [--no-browser] [options]";

    public string Summary =>
        "sign in at ClickUp in a browser; --keyring keeps the token in the keyring of this machine";

    public VerbFlag[] Flags =>
        [
            new VerbFlag(
                Port,
                "N",
                $"port of this machine that the browser comes back to ({LocalLogin.DefaultPort}); the application at ClickUp has to name it"
            ),
            new VerbFlag(NoBrowser, null, "only print the address, do not open it"),
        ];

    public Setting[] OwnSettings => SignInSettings.Application;

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable, OwnSettings);
        environment.Composition.Validate(options);
        environment.Warn(options);
        int port = arguments.Flag(Port) is { } text ? ReadPort(text) : LocalLogin.DefaultPort;
        using CancellationTokenSource cancellation = new();
        using ShutdownSignals signals = new(cancellation.Cancel);
        try
        {
            RunAsync(options, port, !arguments.Has(NoBrowser), environment, cancellation.Token)
                .GetAwaiter()
                .GetResult();
            return ExitCode.Ok;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
    }

    private static async Task RunAsync(
        ServerOptions options,
        int port,
        bool opensBrowser,
        CliEnvironment environment,
        CancellationToken cancellationToken
    )
    {
        LocalAccount account = await LocalLogin.RunAsync(
            options,
            port,
            page => ShowAsync(page, opensBrowser, environment),
            environment.Time,
            cancellationToken
        );
        string workspaces = string.Join(
            ", ",
            account.Workspaces.Select(static workspace => $"{workspace.Name} ({workspace.Id})")
        );
        environment.WriteLine($"Signed in as {account.UserName}, for {workspaces}.");
        if (!options.Keyring)
        {
            environment.WriteLine(
                "The token was in memory only and is gone. To keep it in the keyring of this machine: clickup-mcp login --keyring"
            );
            return;
        }

        IKeyring keyring = KeyringToken.OfSystem();
        await keyring.StoreAsync(KeyringToken.HostOf(options), account.Token, cancellationToken);
        environment.WriteLine(
            $"The token is in the {keyring.Name} and nowhere else. Servers with --keyring (or CLICKUP_MCP_KEYRING=true) use it; "
                + "clickup-mcp logout removes it."
        );
    }

    private static async Task ShowAsync(string page, bool opensBrowser, CliEnvironment environment)
    {
        bool isOpen = opensBrowser && await BrowserLauncher.TryOpenAsync(page, environment.Time);
        environment.WriteErrors(
            (
                isOpen
                    ? "Sign in on the page that your browser shows, or open"
                    : "Open this address in a browser of this machine"
            ) + $":\n{page}"
        );
    }

    private static int ReadPort(string text)
    {
        try
        {
            return SettingValues.Integer(text, 1, ushort.MaxValue);
        }
        catch (FormatException e)
        {
            throw new OptionsException($"--{Port} must be {e.Message}.");
        }
    }
}

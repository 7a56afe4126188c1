using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Keyring;

namespace ClickUpMcp.Cli;

/// <summary><c>logout</c>: removes the token from the keyring of this machine.</summary>
internal sealed class LogoutVerb : IVerb
{
    public string Usage => "logout [options]";

    public string Summary => "remove the token that login has put into the keyring of this machine";

    public VerbFlag[] Flags => [];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        environment.Composition.Validate(options);
        IKeyring keyring = KeyringToken.OfSystem();
        string host = KeyringToken.HostOf(options);
        using CancellationTokenSource patience = new(KeyringToken.Patience, environment.Time);
        try
        {
            bool wasThere = keyring.RemoveAsync(host, patience.Token).GetAwaiter().GetResult();
            environment.WriteLine(
                wasThere
                    ? $"The token for {host} is out of the {keyring.Name}. It is still good at ClickUp: to end it there, disconnect the "
                        + "application in ClickUp's settings, under Apps."
                    : $"The {keyring.Name} has no token for {host}."
            );
            return ExitCode.Ok;
        }
        catch (OperationCanceledException)
        {
            throw new UnusableException($"The {keyring.Name} did not reply in time. Unlock it and try again.");
        }
    }
}

using ClickUpMcp.Cli.Clients;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary><c>uninstall</c>: takes the server out of a client's settings.</summary>
internal sealed class UninstallVerb : IVerb
{
    public string Usage => "uninstall CLIENT [--file PATH]";

    public string Summary => "take the server out of a client's settings";

    public VerbFlag[] Flags => [ClientFlags.FileFlag];

    public bool TakesSettings => false;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        ClientTarget client = ClientFlags.Client(arguments, Usage);
        environment.WriteLine(
            client.Format == ClientFormat.Printed
                ? $"Delete the node in {client.Title}; nothing else was made."
                : new ClientSettings(client, ClientFlags.PathOf(client, arguments, environment)).Uninstall()
        );
        return ExitCode.Ok;
    }
}

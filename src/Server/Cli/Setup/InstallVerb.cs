using ClickUpMcp.Cli.Clients;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary><c>install</c>: makes the server known to a client.</summary>
internal sealed class InstallVerb : IVerb
{
    private const string Print = "print";
    private const string WithKey = "with-key";
    private const string Url = "url";
    private const string UsualUrl = "http://127.0.0.1:3000/mcp";

    public string Usage => "install CLIENT [--with-key] [--print] [--sandbox] [options]";

    public string Summary => $"make the server known to {string.Join(", ", ClientTable.Names)}, with the options given";

    public VerbFlag[] Flags =>
        [
            SandboxVerb.Flag,
            new VerbFlag(WithKey, null, $"write the token of {ServerEntry.KeyVariable} into the client's file"),
            new VerbFlag(Print, null, "show what belongs into the client's file, and write nothing"),
            new VerbFlag(Url, "URL", $"for n8n: where the server is ({UsualUrl})"),
            ClientFlags.FileFlag,
        ];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        ClientTarget client = ClientFlags.Client(arguments, Usage);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        environment.Composition.Validate(options);
        if (client.Format == ClientFormat.Printed)
        {
            environment.WriteLine(AgentNode.Write(arguments.Flag(Url) ?? UsualUrl));
            environment.WriteError(
                "Paste this into the canvas of a workflow, connect it to an agent, and choose a credential with the bearer token."
            );
            return ExitCode.Ok;
        }

        bool holdsSecret = arguments.Has(WithKey);
        ServerEntry entry = new(
            environment.Terminal.Program ?? "clickup-mcp",
            ClientFlags.ForServer(arguments, without: holdsSecret ? ["api-key-file"] : [])
        )
        {
            HoldsSecret = holdsSecret,
            Key =
                holdsSecret ? KeyOf(options)
                : NeedsNoKey(arguments) ? null
                : client.KeyReference,
        };
        ClientSettings settings = new(client, ClientFlags.PathOf(client, arguments, environment));
        if (arguments.Has(Print))
        {
            environment.WriteLine(settings.Print(entry));
            return ExitCode.Ok;
        }

        environment.WriteLine($"{settings.Install(entry)} {client.Next}");
        if (entry.Key is null && !NeedsNoKey(arguments))
        {
            environment.WriteLine(
                $"It has no token yet: {client.Title} does not pass {ServerEntry.KeyVariable} on. Add --api-key-file PATH, or --with-key to keep the token in that file."
            );
        }

        return ExitCode.Ok;
    }

    private static string KeyOf(ServerOptions options) =>
        options.ApiKey?.Reveal()
        ?? throw new OptionsException(
            $"--{WithKey} takes the token from {ServerEntry.KeyVariable} or --api-key-file, and neither is set."
        );

    private static bool NeedsNoKey(CommandArguments arguments) =>
        arguments.Has("api-key-file") || arguments.Has(Settings.ConfigFlag) || arguments.Has(SandboxVerb.Flag.Name);
}

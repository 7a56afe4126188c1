using System.Globalization;
using System.Text;
using ClickUpMcp.Cli.Clients;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary><c>setup</c>: takes the token, asks ClickUp whether it is good, and makes the server known to a client.</summary>
internal sealed class SetupVerb : IVerb
{
    private const string KeyIn = "key-in";
    private const string InClient = "client";
    private const string KeyFile = "api-key-file";
    private const string Workspace = "team-id";

    public string Usage => "setup [CLIENT] [--key-in client|PATH] [--team-id ID] [options]";

    public string Summary => "take a token, check it, choose a workspace, and make the server known to a client";

    public VerbFlag[] Flags =>
        [
            SandboxVerb.Flag,
            new VerbFlag(
                KeyIn,
                "client|PATH",
                "where to keep the token: in the client's file, or in a file of its own"
            ),
            ClientFlags.FileFlag,
        ];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 1);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        environment.Composition.Validate(options);
        ClientTarget client = ClientFlags.Client(
            arguments.PositionalArguments is [var name]
                ? name
                : Answer(
                    environment,
                    $"Which client? ({string.Join(", ", Files().Select(static c => c.Name))})",
                    "Name the client"
                )
        );
        if (client.Format == ClientFormat.Printed)
        {
            throw new OptionsException(
                $"{client.Title} has no file to write: clickup-mcp install {client.Name} prints what it needs."
            );
        }

        options.ApiKey ??= options.Sandbox ? null : ReadKey(environment);
        string? workspace = options.WorkspaceId ?? ChooseWorkspace(options, environment);
        string path = ClientFlags.PathOf(client, arguments, environment);
        List<string> words = [.. ClientFlags.ForServer(arguments, without: [Workspace, KeyFile])];
        Add(words, Workspace, workspace);
        ServerEntry entry = new(environment.Terminal.Program ?? "clickup-mcp", words);
        if (options.ApiKey is { } key && !options.Sandbox)
        {
            entry = Keep(key, entry, words, path, arguments, environment);
        }

        environment.WriteLine($"{new ClientSettings(client, path).Install(entry)} {client.Next}");
        return ExitCode.Ok;
    }

    private static IEnumerable<ClientTarget> Files() => ClientTable.All.Where(static client => client.File is not null);

    private static Secret ReadKey(CliEnvironment environment)
    {
        string? typed;
        if (environment.IsTerminal)
        {
            environment.WriteError(
                "ClickUp token (in ClickUp: Settings, Apps, API Token). It is not shown while you type:"
            );
            typed = environment.Terminal.ReadHidden();
        }
        else
        {
            typed = environment.ReadLine();
        }

        try
        {
            return SettingValues.ApiKey(typed?.Trim() ?? string.Empty);
        }
        catch (FormatException e)
        {
            throw new OptionsException($"The token must be {e.Message}.");
        }
    }

    private static string? ChooseWorkspace(ServerOptions options, CliEnvironment environment)
    {
        IReadOnlyList<(string Id, string Name)> all = environment
            .Composition.GetWorkspacesAsync(options, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        string names = string.Join(", ", all.Select(static workspace => $"{workspace.Name} ({workspace.Id})"));
        if (all.Count == 0)
        {
            throw new UnusableException("The token sees no workspace; authorise it for one in ClickUp.");
        }

        environment.WriteLine($"ClickUp accepts the token. It sees {names}.");
        if (all.Count == 1)
        {
            return null;
        }

        string chosen = Answer(environment, "Which workspace? Its id:", "Name the workspace with --team-id");
        return all.Any(workspace => workspace.Id == chosen)
            ? chosen
            : throw new OptionsException($"The token sees no workspace with that id, only {names}.");
    }

    /// <summary>The token is written only where the person says.</summary>
    private static ServerEntry Keep(
        Secret key,
        ServerEntry entry,
        List<string> words,
        string path,
        CommandArguments arguments,
        CliEnvironment environment
    )
    {
        string place =
            arguments.Flag(KeyIn)
            ?? arguments.Flag(KeyFile)
            ?? Answer(
                environment,
                $"Where may the token be kept? \"{InClient}\" is {path}; else the path of a file for it alone:",
                $"Say with --{KeyIn} where the token may be kept"
            );
        if (place == InClient)
        {
            return entry with { Key = key.Reveal(), HoldsSecret = true };
        }

        string file = Path.GetFullPath(place);
        if (!arguments.Has(KeyFile) || arguments.Has(KeyIn))
        {
            byte[] former = ClientFile.Read(file);
            string? backup = ClientFile.Write(
                file,
                Encoding.UTF8.GetBytes($"{key.Reveal()}\n"),
                IsToken(former) ? [] : former,
                isSecret: true
            );
            environment.WriteLine(
                $"The token is in {file}, which only you can read.{(backup is null ? "" : $" What was there is in {backup}.")}"
            );
        }

        Add(words, KeyFile, file);
        return entry with { Arguments = words };
    }

    private static bool IsToken(byte[] content)
    {
        try
        {
            SettingValues.ApiKey(Encoding.UTF8.GetString(content).Trim());
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void Add(List<string> words, string flag, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (words.Count == 0)
        {
            words.Add(VerbTable.Default);
        }

        words.AddRange([$"--{flag}", value]);
    }

    private static string Answer(CliEnvironment environment, string question, string otherwise) =>
        environment.IsTerminal && environment.Ask(question) is { Length: > 0 } answer
            ? answer
            : throw new OptionsException(
                string.Create(CultureInfo.InvariantCulture, $"{otherwise}. Run clickup-mcp help setup.")
            );
}

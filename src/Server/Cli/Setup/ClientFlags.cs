using ClickUpMcp.Cli.Clients;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary>What the verbs that write a client's settings have in common.</summary>
internal static class ClientFlags
{
    public const string File = "file";

    public static VerbFlag FileFlag => new(File, "PATH", "the client's file, where it is not in its usual place");

    /// <summary>The client that the command line names first.</summary>
    /// <exception cref="OptionsException">It names none.</exception>
    public static ClientTarget Client(CommandArguments arguments, string usage)
    {
        PositionalArguments.Expect(arguments, 1);
        return arguments.PositionalArguments is [var name]
            ? Client(name)
            : throw new OptionsException($"Name the client: clickup-mcp {usage}");
    }

    /// <exception cref="OptionsException">There is none of that name.</exception>
    public static ClientTarget Client(string name) =>
        ClientTable.Find(name)
        ?? throw new OptionsException(
            $"Unknown client {name}.{Suggestion.For(name, ClientTable.Names)} Known are {string.Join(", ", ClientTable.Names)}."
        );

    /// <summary>The file of the client.</summary>
    public static string PathOf(ClientTarget client, CommandArguments arguments, CliEnvironment environment) =>
        arguments.Flag(File) is { } path
            ? Path.GetFullPath(path)
            : client.File!(new ClientPlaces(environment.Variable));

    /// <summary>The settings that the command line gives, as the server is to be started with.</summary>
    public static IReadOnlyList<string> ForServer(CommandArguments arguments, IEnumerable<string> without)
    {
        List<string> words = [];
        if (arguments.Has(SandboxVerb.Flag.Name))
        {
            words.Add($"--{SandboxVerb.Flag.Name}");
        }

        IEnumerable<(string Name, string? Value)> flags = Settings
            .All.Where(static setting => setting.Flag is not null)
            .Select(static setting => (setting.Flag!, setting.Value))
            .Prepend((Settings.ConfigFlag, "PATH"))
            .Where(flag => !without.Contains(flag.Item1));
        foreach ((string name, string? kind) in flags)
        {
            if (arguments.Flag(name) is not { } value)
            {
                continue;
            }

            if (kind is null)
            {
                words.Add(value == "true" ? $"--{name}" : $"--{name}={value}");
            }
            else
            {
                // The client starts the server in a folder of its own.
                words.AddRange([$"--{name}", kind == "PATH" ? Path.GetFullPath(value) : value]);
            }
        }

        return words.Count == 0 ? [] : [VerbTable.Default, .. words];
    }
}

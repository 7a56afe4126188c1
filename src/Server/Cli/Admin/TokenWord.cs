using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin token</c>: makes a bearer token, and says or changes who stands in the tokens file; needs no store.</summary>
internal sealed class TokenWord : IAdminWord
{
    /// <summary>The flag that names the file.</summary>
    public const string FileFlag = "--tokens-file";

    private const string Variable = "CLICKUP_MCP_TOKENS_FILE";

    public string Usage => "token new NAME | list | revoke NAME";

    public string Summary =>
        $"make a bearer token and print it, once, and add its line to {FileFlag} where that is given; show or end those of the file";

    public VerbFlag[] Flags => [new(FileFlag[2..], "PATH", "the file of bearer tokens of the server")];

    public Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken)
    {
        string? path = command.Arguments.Flag(FileFlag[2..]) ?? command.Environment.Variable(Variable);
        TokensFile? file = string.IsNullOrWhiteSpace(path) ? null : new TokensFile(path);
        return Task.FromResult(
            command.Rest switch
            {
                ["new", var name] => Make(name, file, command.Environment),
                ["list"] => List(Required(file), command.Environment),
                ["revoke", var name] => Revoke(name, Required(file), command.Environment),
                _ => throw new OptionsException($"Write: clickup-mcp admin {Usage}"),
            }
        );
    }

    private static TokensFile Required(TokensFile? file) =>
        file ?? throw new OptionsException($"Name the file of bearer tokens with {FileFlag} or {Variable}.");

    private static int Make(string name, TokensFile? file, CliEnvironment environment)
    {
        if (
            name.Length is 0 or > 64
            || name.StartsWith('#')
            || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        )
        {
            throw new OptionsException("A name has 1 to 64 characters, no white space, and no # at its start.");
        }

        string token = SecretText.Create();
        string line = $"{name} {SecretText.Hash(token)}";
        if (file is null)
        {
            environment.WriteError(
                "Give the first line to who may come in; it is shown only now. Add the second to the file."
            );
            environment.WriteLine($"{token}\n{line}");
            return ExitCode.Ok;
        }

        file.Add(line);
        environment.WriteError("Give the line to who may come in; it is shown only now. The file has its hash.");
        environment.WriteLine(token);
        return ExitCode.Ok;
    }

    private static int List(TokensFile file, CliEnvironment environment)
    {
        foreach (IGrouping<string?, string> tokens in file.Read().GroupBy(static l => l.Name, static l => l.Line))
        {
            if (tokens.Key is { } name)
            {
                environment.WriteLine($"{name}\t{tokens.Count()}");
            }
        }

        return ExitCode.Ok;
    }

    private static int Revoke(string name, TokensFile file, CliEnvironment environment)
    {
        IReadOnlyList<(string? Name, string Line)> lines = file.Read();
        string[] others = [.. lines.Where(line => line.Name != name).Select(static line => line.Line)];
        int ended = lines.Count - others.Length;
        if (ended == 0)
        {
            environment.WriteError(
                $"The file names no token {name}.{Suggestion.For(name, lines.Select(static line => line.Name).OfType<string>())}"
            );
            return ExitCode.Failed;
        }

        file.Write(others);
        environment.WriteLine(ended == 1 ? "1 token ended." : $"{ended} tokens ended.");
        return ExitCode.Ok;
    }
}

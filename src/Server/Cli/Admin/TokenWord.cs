using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin token new</c>: makes a bearer token and the line of it for the tokens file; needs no store.</summary>
internal sealed class TokenWord : IAdminWord
{
    public string Usage => "token new NAME";

    public string Summary => "make a bearer token and print it, once, and its line for --tokens-file";

    public VerbFlag[] Flags => [];

    public Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken)
    {
        if (command.Rest is not ["new", var name])
        {
            throw new OptionsException($"Write: clickup-mcp admin {Usage}");
        }

        if (
            name.Length is 0 or > 64
            || name.StartsWith('#')
            || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        )
        {
            throw new OptionsException("A name has 1 to 64 characters, no white space, and no # at its start.");
        }

        string token = SecretText.Create();
        command.Environment.WriteError(
            "Give the first line to who may come in; it is shown only now. Add the second to the file."
        );
        command.Environment.WriteLine($"{token}\n{name} {SecretText.Hash(token)}");
        return Task.FromResult(ExitCode.Ok);
    }
}

using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary><c>completion</c>: prints what makes a shell complete this program's command line.</summary>
internal sealed class CompletionVerb : IVerb
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public string Usage => "completion bash|zsh|fish|pwsh";

    public string Summary => "print the completion script for a shell";

    public VerbFlag[] Flags => [];

    public bool TakesSettings => false;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 1);
        CommandTable table = new(environment.Composition.ToolNames);
        environment.WriteLine(
            arguments.PositionalArguments switch
            {
                ["bash"] => CompletionScripts.Bash(table),
                ["zsh"] => CompletionScripts.Zsh(table),
                ["fish"] => CompletionScripts.Fish(table),
                ["pwsh"] => CompletionScripts.PowerShell(table),
                [var other] => throw new OptionsException(
                    $"Unknown shell {other}.{Suggestion.For(other, Shells)} Known are {string.Join(", ", Shells)}."
                ),
                _ => throw new OptionsException($"Name the shell: clickup-mcp {Usage}"),
            }
        );
        return ExitCode.Ok;
    }
}

using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary><c>version</c>: prints the version of this build.</summary>
internal sealed class VersionVerb : IVerb
{
    public string Usage => "version";

    public string Summary => "print the version";

    public VerbFlag[] Flags => [];

    public bool TakesSettings => false;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        environment.WriteLine(environment.Composition.Identity.Version);
        return ExitCode.Ok;
    }
}

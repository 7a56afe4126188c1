using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Cli;

/// <summary><c>doctor</c>: says what the settings come to and whether ClickUp accepts them.</summary>
internal sealed class DoctorVerb : IVerb
{
    public string Usage => "doctor [--sandbox] [options]";

    public string Summary => "check the settings, the token and the connection to ClickUp";

    public VerbFlag[] Flags => [SandboxVerb.Flag];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        environment.Composition.Validate(options);
        environment.Warn(options);
        using var cancellation = new CancellationTokenSource();
        using var signals = new ShutdownSignals(cancellation.Cancel);
        IReadOnlyList<Finding> findings;
        try
        {
            findings =
            [
                .. UnknownVariables.Find(environment.VariableNames()),
                .. environment.Composition.CheckAsync(options, cancellation.Token).GetAwaiter().GetResult(),
            ];
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }

        var text = new StringBuilder($"clickup-mcp {environment.Composition.Identity.Version}");
        int width = findings.Max(static finding => finding.Subject.Length);
        foreach (Finding finding in findings)
        {
            text.Append(finding.IsGood ? "\nok      " : "\nproblem ");
            text.Append(finding.Subject.PadRight(width)).Append("  ").Append(OutputSanitizer.CleanLine(finding.Text));
        }

        environment.WriteLine(text.ToString());
        return findings.All(static finding => finding.IsGood) ? ExitCode.Ok : ExitCode.Failed;
    }
}

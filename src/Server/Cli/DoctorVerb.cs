using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Text;

namespace ClickUpMcp.Cli;

/// <summary><c>doctor</c>: says what the settings come to and whether ClickUp accepts them, check by check.</summary>
internal sealed class DoctorVerb : IVerb
{
    private const string Json = "json";

    /// <summary>The longest name of a check.</summary>
    private const int Column = 10;

    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Usage => "doctor [--sandbox] [--json] [options]";

    public string Summary => "check the settings, the network, the token and the connection to ClickUp";

    public VerbFlag[] Flags => [SandboxVerb.Flag, new VerbFlag(Json, null, "each finding as a JSON object on a line")];

    /// <summary>Those of a server over HTTP too, of which it says what they come to.</summary>
    public Setting[] OwnSettings => HttpSettings.All;

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable, OwnSettings);
        environment.Composition.Validate(options);
        environment.Warn(options);
        using var cancellation = new CancellationTokenSource();
        using var signals = new ShutdownSignals(cancellation.Cancel);
        bool isGood = true;
        if (!arguments.Has(Json))
        {
            environment.WriteLine($"clickup-mcp {environment.Composition.Identity.Version}");
        }

        foreach (Finding finding in SettingFindings(arguments, environment))
        {
            Show(finding);
        }

        try
        {
            environment.Composition.CheckAsync(options, Show, cancellation.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }

        return isGood ? ExitCode.Ok : ExitCode.Failed;

        void Show(Finding finding)
        {
            isGood &= finding.IsGood;
            if (arguments.Has(Json))
            {
                environment.WriteLine(AsJson(finding));
            }
            else
            {
                environment.WritePage(AsText(finding));
            }
        }
    }

    /// <summary>Where each setting comes from, but not what it is: some are secrets.</summary>
    private static IEnumerable<Finding> SettingFindings(CommandArguments arguments, CliEnvironment environment)
    {
        foreach (
            SettingSource source in SettingSource.Of(
                Settings.All.Concat(HttpSettings.All),
                arguments,
                environment.Variable
            )
        )
        {
            yield return new Finding(true, "settings", source.ToString());
        }

        foreach (Finding unknown in UnknownVariables.Find(environment.VariableNames))
        {
            yield return unknown;
        }
    }

    private static string AsText(Finding finding) =>
        $"{(finding.IsGood ? "ok     " : "problem")} {finding.Subject.PadRight(Column)}  {OutputSanitizer.CleanLine(finding.Text)}";

    private static string AsJson(Finding finding)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json, Readable))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ok"u8, finding.IsGood);
            writer.WriteString("check"u8, finding.Subject);
            writer.WriteString("text"u8, OutputSanitizer.CleanLine(finding.Text));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }
}

using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;

namespace ClickUpMcp.Cli;

/// <summary><c>config check</c>: reads all settings as a server would, and says where each comes from.</summary>
internal sealed class ConfigVerb : IVerb
{
    private const string Check = "check";

    public string Usage => $"config {Check} [options]";

    public string Summary => "read the settings as a server would, and say where each comes from; never their secrets";

    public VerbFlag[] Flags => [SandboxVerb.Flag];

    public Setting[] OwnSettings => HttpSettings.All;

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 1);
        if (arguments.PositionalArguments is not [Check])
        {
            throw new OptionsException($"Say what to do: clickup-mcp {Usage}");
        }

        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable, OwnSettings);
        environment.Composition.Validate(options);
        environment.Warn(options);
        Finding[] unknown = [.. UnknownVariables.Find(environment.VariableNames)];
        foreach (Finding finding in unknown)
        {
            environment.WriteError(finding.Text);
        }

        environment.WritePage(SourcesOf(arguments, environment));
        return unknown.Length == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private string SourcesOf(CommandArguments arguments, CliEnvironment environment)
    {
        SettingSource[] sources =
        [
            .. SettingSource.Of(Settings.All.Concat(OwnSettings), arguments, environment.Variable),
        ];
        if (sources.Length == 0)
        {
            return "Nothing is set; every setting has its default.";
        }

        StringBuilder text = new();
        int width = sources.Max(static source => source.Setting.Key.Length);
        foreach (SettingSource source in sources)
        {
            text.Append(source.Setting.Key.PadRight(width)).Append("  ").Append(source.Place);
            if (source.Overruled.Count > 0)
            {
                text.Append(", not ").AppendJoin(", ", source.Overruled);
            }

            text.Append('\n');
        }

        return text.Append("All else has its default.").ToString();
    }
}

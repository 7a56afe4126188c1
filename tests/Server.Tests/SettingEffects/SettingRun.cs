using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Hosting.SignIn;
using ClickUpMcp.Hosting.Telemetry;
using ClickUpMcp.Tests.Cli;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.SettingEffects;

/// <summary>The program with one setting made in one place, or in none, over a ClickUp that says whose token asked.</summary>
internal sealed class SettingRun : IAsyncDisposable
{
    public const string Anna = "pk_1_ANNA";
    public const string Ben = "pk_2_BEN";

    /// <summary>Every setting there is, but for the collector's and those of who may come in, which have tests of their own.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. Hosting.Settings.All,
        .. HttpSettings.All.Except(OtlpSettings.All).Except(AccessSettings.All).Except(SignInSettings.All),
        .. SignInSettings.All.Where(static setting => setting.Key == "bindTokens"),
    ];

    private readonly TokenFile _tokens = new(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
    private readonly CertificateFiles _certificate = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("settings-").FullName;
    private readonly Dictionary<string, string> _variables = [];
    private readonly List<string> _flags = [];

    private SettingRun(UpstreamClickUp upstream) => Upstream = upstream;

    /// <summary>The ClickUp that says whose token asked.</summary>
    public UpstreamClickUp Upstream { get; }

    /// <summary>The clock of the server over HTTP.</summary>
    public ManualTimeProvider Time { get; } = new();

    /// <summary>The paths that ClickUp was asked for.</summary>
    public IEnumerable<string> Paths => Upstream.Seen.Select(static request => request.Path);

    /// <summary>The tokens that ClickUp was asked with.</summary>
    public IEnumerable<string> Tokens => Upstream.Seen.Select(static request => request.Token);

    /// <summary>What stands in the file <c>{audit}</c>.</summary>
    public string Audit => File.Exists(Fill("{audit}")) ? File.ReadAllText(Fill("{audit}")) : "";

    /// <param name="row">The setting.</param>
    /// <param name="source">Where it is made; null makes it nowhere.</param>
    public static async Task<SettingRun> StartAsync(SettingRow row, SettingSource? source)
    {
        SettingRun run = new(
            await UpstreamClickUp.StartAsync(
                new()
                {
                    [Anna] = "anna",
                    [Ben] = "ben",
                    ["pk_file"] = "filer",
                }
            )
        );
        run._variables["CLICKUP_API_KEY"] = Anna;
        run._variables["CLICKUP_API_BASE_URL"] = run.Upstream.Address;
        run._variables["CLICKUP_MCP_LISTEN"] = "127.0.0.1:0";
        run._variables["CLICKUP_MCP_AUDIT"] = "none";
        run._variables["CLICKUP_MCP_DRAIN_SECONDS"] = "0";
        PrivateFile.Write(run.Fill("{key}"), "pk_file\n");
        PrivateFile.Write(run.Fill("{policy}"), """{"rules":[{"tools":["create_task"],"then":"refuse"}]}""");
        PrivateFile.Write(run.Fill("{cursor-key}"), "0123456789abcdef0123456789abcdef\n");
        PrivateFile.Write(run.Fill("{master-key}"), SettingRows.MasterKey);
        foreach ((string name, string value) in row.Besides)
        {
            run._variables[name] = run.Fill(value);
        }

        Setting setting = All.Single(s => s.Key == row.Key);
        if (source == SettingSource.ConfigurationFile && setting.Variable is { } variable)
        {
            // A variable wins over the file.
            run._variables.Remove(variable);
        }

        run.Make(setting, run.Fill(row.Value), source);
        return run;
    }

    /// <summary>Puts paths and addresses of this run into a value.</summary>
    public string Fill(string value) =>
        value
            .Replace("{upstream}", Upstream.Address, StringComparison.Ordinal)
            .Replace("{tokens}", _tokens.Path, StringComparison.Ordinal)
            .Replace("{chain}", _certificate.Chain, StringComparison.Ordinal)
            .Replace("{pem}", _certificate.Key, StringComparison.Ordinal)
            .Replace("{policy}", Path.Combine(_folder, "policy.json"), StringComparison.Ordinal)
            .Replace("{key}", Path.Combine(_folder, "key"), StringComparison.Ordinal)
            .Replace("{cursor-key}", Path.Combine(_folder, "cursor-key"), StringComparison.Ordinal)
            .Replace("{master-key}", Path.Combine(_folder, "master-key"), StringComparison.Ordinal)
            .Replace("{store}", Path.Combine(_folder, "store.db"), StringComparison.Ordinal)
            .Replace("{files}", _folder, StringComparison.Ordinal)
            .Replace("{audit}", Path.Combine(_folder, "audit"), StringComparison.Ordinal);

    /// <summary>Runs a verb.</summary>
    public Task<CliRun> CliAsync(params string[] arguments) => CliRun.RunAsync(_variables, [.. arguments, .. _flags]);

    /// <summary>The text of one call from the shell.</summary>
    public async Task<string> CallAsync(string tool, string arguments = "{}", params string[] more)
    {
        CliRun run = await CliAsync(["call", tool, arguments, .. more]);
        return run.Output + run.Error;
    }

    /// <summary>All that a verb writes.</summary>
    public async Task<string> CliTextAsync(params string[] arguments)
    {
        CliRun run = await CliAsync(arguments);
        return run.Output + run.Error;
    }

    /// <summary>Reads the settings as the verb of the server over HTTP does.</summary>
    public ServerOptions Load()
    {
        CommandArguments arguments = CommandArguments.Parse(_flags.ToArray(), [], static () => HttpSettings.All);
        return OptionsLoader.Load(arguments, _variables.GetValueOrDefault, HttpSettings.All);
    }

    /// <summary>Starts the server over HTTP as its verb does.</summary>
    /// <exception cref="OptionsException">It does not start with these settings.</exception>
    public async Task<HttpServer> HttpAsync()
    {
        ServerOptions options = Load();
        CompositionRoot composition = new(Time);
        composition.Validate(options);
        return await HttpServer.StartAsync(composition.CreateTenants(options), options, Time);
    }

    public async ValueTask DisposeAsync()
    {
        await Upstream.DisposeAsync();
        _tokens.Dispose();
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Make(Setting setting, string value, SettingSource? source)
    {
        switch (source)
        {
            case SettingSource.Flag:
                _flags.Add($"--{setting.Flag}={value}");
                break;
            case SettingSource.Variable:
                _variables[setting.Variable!] = value;
                break;
            case SettingSource.ConfigurationFile:
                string file = Path.Combine(_folder, "config.json");
                PrivateFile.Write(file, $"{{\"{setting.Key}\":{JsonSerializer.Serialize(value)}}}");
                _variables[Hosting.Settings.ConfigVariable] = file;
                break;
        }
    }
}

using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Audit;

/// <summary><c>audit</c>: reads the audit that a server wrote to a file or into its store.</summary>
internal sealed class AuditVerb : IVerb
{
    private const string Verify = "verify";
    private const string Query = "query";

    public static IReadOnlyList<string> Names => [Verify, Query];

    public string Usage => $"audit {Verify}|{Query} [options]";

    public string Summary => "read the audit of a server: find out whether lines were changed, or show some of them";

    public (string Usage, string Summary)[] Words =>
        [
            (
                $"audit {Verify} --audit PATH|store",
                "say whether lines were changed, added or removed, with their places"
            ),
            ($"audit {Query} --audit PATH|store", "write the lines that flags choose, as they are: lines of JSON"),
        ];

    public VerbFlag[] Flags => [VerifyWord.ExpectFlag, .. QueryWord.Flags];

    public Setting[] OwnSettings => StoreSettings.All;

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 1);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable, OwnSettings);
        return options.Audit switch
        {
            AuditLog.Store => InStoreAsync(arguments, options, environment).GetAwaiter().GetResult(),
            null or AuditLog.None or AuditLog.Error => throw new OptionsException(
                "Name the file of the audit with --audit or CLICKUP_MCP_AUDIT; what a server keeps in its store is --audit store."
            ),
            var path => Run(arguments, options, new AuditFiles(path), environment),
        };
    }

    private async Task<int> InStoreAsync(CommandArguments arguments, ServerOptions options, CliEnvironment environment)
    {
        HttpStartRules.RefuseExposedFiles(options);
        if (!options.Http.Store.IsDurable)
        {
            throw new OptionsException("Name the store that the server uses with --store or CLICKUP_MCP_STORE.");
        }

        await using IRecordStore store = await StoreFactory.OpenAsync(
            options.Http.Store.Address.Reveal(),
            environment.Time,
            CancellationToken.None
        );
        StoredLog log = AuditStore.LogOf(store, options, environment.Time);
        return Run(arguments, options, new StoredAudit(store, log), environment);
    }

    private int Run(CommandArguments arguments, ServerOptions options, IAuditLines lines, CliEnvironment environment) =>
        arguments.PositionalArguments switch
        {
            [Verify] => VerifyWord.Run(arguments, options, lines, environment),
            [Query] => QueryWord.Run(arguments, lines, environment),
            _ => throw new OptionsException($"Say what to do: clickup-mcp {Usage}"),
        };
}

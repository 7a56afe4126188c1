using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Audit;

/// <summary><c>audit</c>: reads the audit that a server wrote to a file.</summary>
internal sealed class AuditVerb : IVerb
{
    private const string Verify = "verify";
    private const string Query = "query";

    public static IReadOnlyList<string> Names => [Verify, Query];

    public string Usage => $"audit {Verify}|{Query} [options]";

    public string Summary => "read the audit of a server: find out whether lines were changed, or show some of them";

    public (string Usage, string Summary)[] Words =>
        [
            ($"audit {Verify} --audit PATH", "say whether lines were changed, added or removed, with their places"),
            ($"audit {Query} --audit PATH", "write the lines that flags choose, as they are: lines of JSON"),
        ];

    public VerbFlag[] Flags => [VerifyWord.ExpectFlag, .. QueryWord.Flags];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 1);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        return arguments.PositionalArguments switch
        {
            [Verify] => VerifyWord.Run(arguments, options, FileOf(options), environment),
            [Query] => QueryWord.Run(arguments, FileOf(options), environment),
            _ => throw new OptionsException($"Say what to do: clickup-mcp {Usage}"),
        };
    }

    private static string FileOf(ServerOptions options) =>
        options.Audit is { } path and not (AuditLog.None or AuditLog.Error)
            ? path
            : throw new OptionsException("Name the file of the audit with --audit or CLICKUP_MCP_AUDIT.");
}

using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Hosting.Stores;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin</c>: does what an operator does with the store, also while the server runs, and with what runs.</summary>
internal sealed class AdminVerb : IVerb
{
    public string Usage => $"admin {string.Join('|', AdminTable.Names)} [options]";

    public string Summary => "manage what the store of the server over HTTP keeps, and its sessions";

    public (string Usage, string Summary)[] Words =>
        [.. AdminTable.Words.Select(static word => ($"admin {word.Usage}", word.Summary))];

    public VerbFlag[] Flags =>
        [.. AdminTable.Words.SelectMany(static word => word.Flags).DistinctBy(static flag => flag.Name)];

    public Setting[] OwnSettings => [.. StoreSettings.All, .. AdminSettings.All];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        IAdminWord word = Find(arguments);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable, OwnSettings);
        HttpStartRules.RefuseExposedFiles(options);
        using var cancellation = new CancellationTokenSource();
        using var signals = new ShutdownSignals(cancellation.Cancel);
        try
        {
            return word.RunAsync(new AdminCommand(arguments, options, environment), cancellation.Token)
                .GetAwaiter()
                .GetResult();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
    }

    private IAdminWord Find(CommandArguments arguments)
    {
        if (arguments.PositionalArguments is not [var name, ..])
        {
            throw new OptionsException(
                $"Say what to do: {string.Join("; ", Words.Select(static word => word.Usage))}."
            );
        }

        IAdminWord word =
            AdminTable.Find(name)
            ?? throw new OptionsException(
                $"Unknown command admin {name}.{Suggestion.For(name, AdminTable.Names)} Run clickup-mcp help admin."
            );
        foreach (VerbFlag flag in Flags.ExceptBy(word.Flags.Select(static own => own.Name), static flag => flag.Name))
        {
            if (arguments.Has(flag.Name))
            {
                throw new OptionsException($"admin {name} takes no --{flag.Name}.");
            }
        }

        return word;
    }
}

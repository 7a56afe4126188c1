using ClickUpMcp.Cli.Admin;
using ClickUpMcp.Cli.Audit;
using ClickUpMcp.Cli.Clients;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary>All that can be written on the command line: the one source of completion scripts and manual page.</summary>
/// <param name="tools">The names of all tools.</param>
internal sealed class CommandTable(IReadOnlyList<string> tools)
{
    /// <summary>The verbs with their names.</summary>
    public IEnumerable<(string Name, IVerb Verb)> Verbs =>
        VerbTable.Names.Select(static name => (name, VerbTable.Find(name)!));

    /// <summary>The flags of a verb, settings included: name without dashes, what its value is called or null, one line of help.</summary>
    public static IEnumerable<VerbFlag> FlagsOf(IVerb verb) =>
        verb.TakesSettings
            ?
            [
                .. verb.Flags,
                new VerbFlag(Settings.ConfigFlag, "PATH", "JSON file with settings"),
                .. verb
                    .OwnSettings.Concat(Settings.All)
                    .Where(setting => setting.Flag is not null && !verb.Flags.Any(own => own.Name == setting.Flag))
                    .Select(static setting => new VerbFlag(setting.Flag!, setting.Value, setting.Help)),
            ]
            : verb.Flags;

    /// <summary>What may follow a verb as its first word.</summary>
    public IEnumerable<string> WordsAfter(string verb) =>
        verb switch
        {
            "call" or "tools" => tools,
            "admin" => AdminTable.Names,
            "audit" => AuditVerb.Names,
            "help" => VerbTable.Names.Concat(tools),
            "setup" or "install" or "uninstall" => ClientTable.Names,
            "config" => ["check"],
            "completion" => ["bash", "zsh", "fish", "pwsh"],
            _ => [],
        };
}

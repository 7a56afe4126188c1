using ClickUpMcp.Cli.Admin;
using ClickUpMcp.Cli.Audit;

namespace ClickUpMcp.Cli;

/// <summary>The verbs by name.</summary>
internal static class VerbTable
{
    public const string Default = "stdio";

    public static IReadOnlyList<string> Names =>
        [
            Default,
            "http",
            "tools",
            "call",
            "doctor",
            "login",
            "logout",
            "setup",
            "install",
            "uninstall",
            "config",
            "admin",
            "audit",
            "sandbox",
            "completion",
            "version",
            "help",
        ];

    /// <summary>The verb of that name; null when there is none.</summary>
    public static IVerb? Find(string name) =>
        name switch
        {
            Default => new StdioVerb(),
            "http" => new HttpVerb(),
            "tools" => new ToolsVerb(),
            "call" => new CallVerb(),
            "doctor" => new DoctorVerb(),
            "login" => new LoginVerb(),
            "logout" => new LogoutVerb(),
            "setup" => new SetupVerb(),
            "install" => new InstallVerb(),
            "uninstall" => new UninstallVerb(),
            "config" => new ConfigVerb(),
            "admin" => new AdminVerb(),
            "audit" => new AuditVerb(),
            "sandbox" => new SandboxVerb(),
            "completion" => new CompletionVerb(),
            "version" => new VersionVerb(),
            "help" => new HelpVerb(),
            _ => null,
        };
}

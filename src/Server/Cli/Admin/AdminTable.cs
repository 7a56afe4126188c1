using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Stores;

namespace ClickUpMcp.Cli.Admin;

/// <summary>The words after <c>admin</c>.</summary>
internal static class AdminTable
{
    public static IReadOnlyList<string> Names =>
        ["grants", "licences", "token", "export", "erase", "rewrap", "sessions"];

    /// <summary>The word of that name; null when there is none.</summary>
    public static IAdminWord? Find(string name) =>
        name switch
        {
            "grants" => new GrantsWord(),
            "licences" => new LicencesWord(),
            "token" => new TokenWord(),
            "export" => new ExportWord(RecordKinds.All),
            "erase" => new EraseWord(),
            "rewrap" => new RewrapWord([.. RecordKinds.All.Except([AuditRecords.Lines])]),
            "sessions" => new SessionsWord(),
            _ => null,
        };

    /// <summary>All of them.</summary>
    public static IEnumerable<IAdminWord> Words => Names.Select(static name => Find(name)!);
}

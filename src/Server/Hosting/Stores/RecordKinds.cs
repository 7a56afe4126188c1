using ClickUpMcp.Authorization.Licences;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>The table of all that this server keeps in its store: docs/privacy.md is written from it.</summary>
internal static class RecordKinds
{
    /// <summary>All kinds, in the order in which pages and exports show them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [.. AuthorizationRecords.All, .. LicenceRecords.All, .. NodeRecords.All, .. AuditRecords.All];
}

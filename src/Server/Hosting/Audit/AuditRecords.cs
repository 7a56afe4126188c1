using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting;

/// <summary>The table of what the audit keeps in a store.</summary>
internal static class AuditRecords
{
    /// <summary>How long a store keeps lines at most.</summary>
    public const int MostDays = 800;

    public static readonly RecordKind Lines = new(
        "audit",
        "Lines of the audit, with --audit store: tool, time, error, hashed principal and session, and a keyed digest of the arguments, in clear.",
        TimeSpan.FromDays(MostDays)
    );

    public static readonly RecordKind Places = new(
        "audit-place",
        "How many bytes the lines of the audit in the store have had so far: a number.",
        TimeSpan.FromDays(MostDays)
    );

    public static readonly RecordKind Key = new(
        "audit-key",
        "The secret of the digests and of the chain of the audit in the store, sealed, unless the operator names another.",
        TimeSpan.FromDays(MostDays)
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } = [Lines, Places, Key];
}

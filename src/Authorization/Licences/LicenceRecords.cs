using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Licences;

/// <summary>The table of what is kept of licence keys.</summary>
public static class LicenceRecords
{
    /// <summary>The longest life of a licence key.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(730);

    /// <summary>How long a key that is over is still shown to the operator.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>How long a day's use is known after that day.</summary>
    public static readonly TimeSpan UsageLife = TimeSpan.FromDays(92);

    public static readonly RecordKind Licence = new(
        "licence",
        "Licence keys that the operator gave out: the hash of the key, and sealed its name, limits, and hashes of devices and of what it is bound to.",
        LongestLife + Remembered
    );

    public static readonly RecordKind Usage = new(
        "calls-of-day",
        "How many tool calls a licence key or principal, as a hash, made on a day.",
        UsageLife + TimeSpan.FromDays(1)
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } = [Licence, Usage];
}

namespace ClickUpMcp.Storage;

/// <summary>One thing that is kept, with what it may be found by.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its key: unique within the kind, at most 128 characters of ASCII. Never a secret in clear.</param>
/// <param name="Value">Its content; what must not be read in a dump is sealed before it comes here.</param>
/// <param name="Expires">When it is gone: from then on no store finds it, and the next sweep removes it.</param>
public sealed record StoredRecord(RecordKind Kind, string Key, ReadOnlyMemory<byte> Value, DateTimeOffset Expires)
{
    /// <summary>A second key, unique within the kind, such as the hash of a token; null where there is none.</summary>
    public string? Alias { get; init; }

    /// <summary>The person it belongs to, as a hash: what <see cref="IRecordStore.EraseAsync"/> goes by.</summary>
    public string? Owner { get; init; }

    /// <summary>What it was made under, such as a grant: records of a group are listed together.</summary>
    public string? Group { get; init; }

    /// <summary>Grows with each write; 0 for a record that is not stored yet.</summary>
    public long Version { get; init; }
}

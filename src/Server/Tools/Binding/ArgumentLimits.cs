namespace ClickUpMcp.Tools.Binding;

/// <summary>Limits of arguments that no spec entry states: binders hold them, schemas publish them.</summary>
internal static class ArgumentLimits
{
    public const int DateLength = 100;
    public const int DurationLength = 50;
    public const int ReferenceLength = 300;
    public const int FieldCount = 30;
    public const int FieldNameLength = 50;
    public const int CursorLength = 1000;

    /// <summary>How many items a bulk call may have.</summary>
    public const int BulkItems = 500;

    /// <summary>How many requests of a bulk call may be under way at once.</summary>
    public const int BulkConcurrency = 16;

    /// <summary>How deep the JSON of a call may nest.</summary>
    public const int Depth = 64;

    /// <summary>How many tokens the JSON of a call may have.</summary>
    public const int ValueCount = 50_000;

    /// <summary>More members than any object of a call has names: what comes after them is counted, not read.</summary>
    public const int MemberCount = 256;

    /// <summary>2^53 - 1: beyond it two different numbers can be read as the same double.</summary>
    public const long LargestInteger = (1L << 53) - 1;
}

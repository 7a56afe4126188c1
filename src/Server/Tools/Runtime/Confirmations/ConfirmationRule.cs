namespace ClickUpMcp.Tools.Runtime;

/// <summary>Which calls a person must confirm before they change anything.</summary>
[Flags]
internal enum ConfirmationRule : byte
{
    /// <summary>None.</summary>
    Never = 0,

    /// <summary>Those of tools that are annotated as destructive.</summary>
    Destructive = 1,

    /// <summary>Those that change more than one thing.</summary>
    Bulk = 2,

    /// <summary>All that change something.</summary>
    Always = 4,
}

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Why a sealed text confirms nothing.</summary>
internal enum ConfirmationFault
{
    None,

    /// <summary>It is altered, or of another call, account or process.</summary>
    Foreign,

    /// <summary>It is too old.</summary>
    Expired,

    /// <summary>What the call would do is not what was shown.</summary>
    Changed,

    /// <summary>It was used before.</summary>
    Used,
}

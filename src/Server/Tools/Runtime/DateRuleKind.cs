namespace ClickUpMcp.Tools.Runtime;

/// <summary>The rules that dates of one call must keep.</summary>
internal enum DateRuleKind
{
    /// <summary>Each is no earlier than the one before.</summary>
    Ordered,

    /// <summary>Each is later than the one before.</summary>
    Increasing,

    /// <summary>None lies in the future.</summary>
    NotFuture,
}

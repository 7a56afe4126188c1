namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a rule of a policy does with a call.</summary>
internal enum RuleEffect
{
    /// <summary>It is left to the other settings.</summary>
    Allow,

    /// <summary>It is refused.</summary>
    Refuse,

    /// <summary>A person must confirm what it changes.</summary>
    Confirm,
}

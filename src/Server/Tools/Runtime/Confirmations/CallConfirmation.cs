namespace ClickUpMcp.Tools.Runtime;

/// <summary>Whether what a call would change must be confirmed, and whether it was.</summary>
/// <param name="rule">What the operator and the client want confirmed.</param>
internal sealed class CallConfirmation(ConfirmationRule rule)
{
    /// <summary>Whether it was confirmed, so that it may change things.</summary>
    public bool IsGiven { get; init; }

    /// <summary>When a token was made; null for what is none.</summary>
    public Func<string, DateTimeOffset?>? TimeOf { get; init; }

    /// <summary>When the person was shown what the call would do, which is what its dates are relative to; null for now.</summary>
    public DateTimeOffset? ShownAt { get; set; }

    /// <summary>Whether it must be confirmed, as far as is known of it.</summary>
    public bool IsNeeded { get; private set; }

    /// <summary>Whether the caller only wants to see what it would do.</summary>
    public bool IsDryRun { get; set; }

    /// <summary>What the caller gave as the token of a dry run; null for nothing.</summary>
    public string? Token { get; private set; }

    /// <summary>Whether it depends on what is written to whether it must be confirmed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether it was found that what it writes to needs no confirmation.</summary>
    public bool IsCleared { get; init; }

    /// <summary>Whether nothing may be written, because it is not confirmed.</summary>
    public bool Holds => !IsGiven && (IsNeeded || (IsOpen && !IsCleared));

    /// <summary>Takes that a rule wants it to be confirmed.</summary>
    public void Require() => IsNeeded = true;

    /// <summary>Takes that a rule wants it to be confirmed, depending on what it writes to.</summary>
    public void Consider() => IsOpen = true;

    /// <summary>Takes the token of a dry run; whether it is good is found out when it is known what would be done.</summary>
    public void Take(string token)
    {
        Token = token;
        ShownAt = TimeOf?.Invoke(token) ?? ShownAt;
    }

    /// <summary>Takes what kind of tool runs.</summary>
    /// <param name="traits">Its annotations.</param>
    public void Enter(ToolTraits traits)
    {
        bool isCovered =
            rule.HasFlag(ConfirmationRule.Always)
            || (rule.HasFlag(ConfirmationRule.Destructive) && traits.HasFlag(ToolTraits.Destructive));
        IsNeeded |= isCovered && !traits.HasFlag(ToolTraits.ReadOnly);
    }

    /// <summary>Takes that the call is about more than one thing.</summary>
    public void EnterBulk() => IsNeeded |= rule.HasFlag(ConfirmationRule.Bulk);
}

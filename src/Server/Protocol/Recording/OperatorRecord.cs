namespace ClickUpMcp.Protocol.Recording;

/// <summary>What an operator ended, as the audit sees it.</summary>
internal readonly record struct OperatorRecord
{
    /// <summary>A hash of the session's id; null where it was not about one.</summary>
    public string? Session { get; init; }

    /// <summary>A hash; null where it was about all.</summary>
    public UInt128? Principal { get; init; }

    /// <summary>What the operator calls the principal; null where that is not known.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>How many sessions ended.</summary>
    public required int Sessions { get; init; }

    /// <summary>How many requests were under way.</summary>
    public required int Requests { get; init; }

    /// <summary>Whether the principal is shut out from now on.</summary>
    public bool IsRevoked { get; init; }
}

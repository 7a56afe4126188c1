namespace ClickUpMcp.Api;

/// <summary>What an API does its own way besides its operations, as the spec states it.</summary>
internal sealed record UpstreamDialect
{
    /// <summary>What it is called in messages.</summary>
    public required string Name { get; init; }

    /// <summary>How requests say whose they are.</summary>
    public required KeyHeader Key { get; init; }

    /// <summary>The operations that change nothing although their method is not GET.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>Dotted paths in an error's body to its code; the first that is there counts.</summary>
    public required IReadOnlyList<string> ErrorCodes { get; init; }

    /// <summary>Dotted paths in an error's body to its text; the first that is there counts.</summary>
    public required IReadOnlyList<string> ErrorMessages { get; init; }

    /// <summary>What a code means, given the status it came with; null for one that is not known.</summary>
    public required Func<string, int, ApiErrorRule?> RuleOf { get; init; }

    /// <summary>How responses say what is left of a budget.</summary>
    public required RateLimitNames RateLimit { get; init; }

    /// <summary>The hosts at which it keeps files; a name after <c>*.</c> stands for all hosts below it.</summary>
    public IReadOnlyList<string> FileHosts { get; init; } = [];
}

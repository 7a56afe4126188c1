namespace ClickUpMcp.Errors;

/// <summary>Several failures of one call, each of which the caller can act on.</summary>
internal sealed class ProblemsException(IReadOnlyList<ActionableException> problems)
    : ActionableException($"{problems.Count} things in the call are wrong; nothing was changed.")
{
    /// <summary>The failures, in the order they were found.</summary>
    public IReadOnlyList<ActionableException> Problems { get; } = problems;
}

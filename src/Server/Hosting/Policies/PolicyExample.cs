using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting;

/// <summary>An example of a policy file: a call, and what comes of it.</summary>
/// <param name="Written">Where it stands.</param>
internal sealed record PolicyExample(LineAndColumn Written)
{
    public string? Who { get; init; }

    /// <summary>The tool's index; -1 for none.</summary>
    public int Tool { get; init; } = -1;

    /// <summary>What is written to, with the places around it; empty for somewhere that no rule names.</summary>
    public IReadOnlyList<WritePlace> Places { get; init; } = [];

    public DateTimeOffset? At { get; init; }

    public RuleEffect? Then { get; init; }
}

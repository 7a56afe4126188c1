namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>What a tool's validator made of a call.</summary>
/// <param name="Problems">What it has against it; empty when it accepts it.</param>
/// <param name="Canonical">What it understood; null when it refuses it.</param>
internal sealed record BoundCall(IReadOnlyList<string> Problems, string? Canonical)
{
    public bool IsAccepted => Problems.Count == 0;
}

namespace ClickUpMcp.Tests.Binding;

/// <summary>What a tool made of a call's arguments.</summary>
/// <param name="Canonical">What it understood; null when it refuses them.</param>
/// <param name="Text">What it says.</param>
internal sealed record BoundByTool(string? Canonical, string Text)
{
    public bool IsAccepted => Canonical is not null;
}

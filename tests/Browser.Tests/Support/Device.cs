using Microsoft.Playwright;

namespace ClickUpMcp.Browser.Tests.Support;

/// <summary>What a person looks through.</summary>
public sealed record Device(string Name, ViewportSize Viewport, float Scale, bool HasTouch)
{
    public static readonly Device Desktop = new("desktop", new() { Width = 1280, Height = 900 }, 1, false);

    public static readonly Device Phone = new("phone", new() { Width = 375, Height = 812 }, 2, true);

    public override string ToString() => Name;
}

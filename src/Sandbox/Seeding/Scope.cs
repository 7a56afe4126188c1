using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Where a custom field is defined: one of the three, or none for the workspace.</summary>
internal sealed record Scope(Space? Space = null, Folder? Folder = null, TaskList? List = null)
{
    public static Scope Everywhere { get; } = new();
}

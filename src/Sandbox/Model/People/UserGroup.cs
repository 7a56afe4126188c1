namespace ClickUpMcp.Sandbox.Model;

/// <summary>A group of people, which ClickUp's pages call a team.</summary>
internal sealed class UserGroup
{
    public required string Id { get; init; }

    public required Workspace Workspace { get; init; }

    public required Member Creator { get; init; }

    public required string Name { get; set; }

    public required string Handle { get; set; }

    public required long DateCreated { get; init; }

    public List<Member> Members { get; } = [];
}

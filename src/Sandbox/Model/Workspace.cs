namespace ClickUpMcp.Sandbox.Model;

/// <summary>A workspace, called team in version 2 of the API.</summary>
internal sealed class Workspace
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Color { get; init; }

    public required List<Member> Members { get; init; }

    public Member? FindMember(long id) => Members.Find(member => member.Id == id);
}

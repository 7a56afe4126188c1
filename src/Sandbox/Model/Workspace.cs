namespace ClickUpMcp.Sandbox.Model;

/// <summary>A workspace, called team in version 2 of the API.</summary>
internal sealed class Workspace
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Color { get; init; }

    public required List<Member> Members { get; init; }

    public required Plan Plan { get; init; }

    public List<CustomRole> CustomRoles { get; } = [];

    public List<UserGroup> Groups { get; } = [];

    public List<Grant> Grants { get; } = [];

    public List<Template<TaskBlueprint>> TaskTemplates { get; } = [];

    public List<Template<ListBlueprint>> ListTemplates { get; } = [];

    public List<Template<FolderBlueprint>> FolderTemplates { get; } = [];

    public List<AuditEvent> AuditLog { get; } = [];

    public Member? FindMember(long id) => Members.Find(member => member.Id == id);
}

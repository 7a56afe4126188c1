namespace ClickUpMcp.Sandbox.Model;

/// <summary>A chat channel or a direct message.</summary>
internal sealed class Channel
{
    public required string Id { get; init; }

    public required Workspace Workspace { get; init; }

    public required ChannelKind Kind { get; init; }

    public required Member Creator { get; init; }

    public required long DateCreated { get; init; }

    public required string Name { get; set; }

    public required string ParentId { get; set; }

    public required ParentType ParentType { get; set; }

    public long DateUpdated { get; set; }

    public string? Description { get; set; }

    public string? Topic { get; set; }

    public bool IsPrivate { get; set; }

    /// <summary>A direct message that was closed; it is listed only where that is asked for, and opens when it is created again.</summary>
    public bool IsClosed { get; set; }

    public List<Member> Members { get; } = [];

    public List<Member> Followers { get; } = [];

    /// <summary>Public channels are open to all but guests; private ones and direct messages to their members.</summary>
    public bool IsVisibleTo(Member person) =>
        Members.Contains(person)
        || (!IsPrivate && person.Role != MemberRole.Guest && Workspace.Members.Contains(person));
}

namespace ClickUpMcp.Sandbox.Model;

/// <summary>A message of a channel, a titled post, or a reply to either.</summary>
internal sealed class ChatMessage
{
    public required string Id { get; init; }

    public required Channel Channel { get; init; }

    public required Member Author { get; init; }

    public required long Date { get; init; }

    /// <summary>Markdown.</summary>
    public required string Content { get; set; }

    public ChatMessage? Parent { get; init; }

    /// <summary>Title of a post; null for a plain message.</summary>
    public string? Title { get; set; }

    public PostSubtype? Subtype { get; set; }

    public long? DateUpdated { get; set; }

    public Member? Assignee { get; set; }

    public UserGroup? GroupAssignee { get; set; }

    public Member? AssignedBy { get; set; }

    public long? DateAssigned { get; set; }

    public Member? ResolvedBy { get; set; }

    public long? DateResolved { get; set; }

    /// <summary>Who hears of replies; no operation shows them.</summary>
    public List<Member> Followers { get; } = [];

    public List<ChatMessage> Replies { get; } = [];

    public List<Reaction> Reactions { get; } = [];
}

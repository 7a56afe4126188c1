namespace ClickUpMcp.Sandbox.Model;

/// <summary>A person of the workspace.</summary>
internal sealed class Member
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Color { get; init; }

    public required MemberRole Role { get; init; }

    public string Initials =>
        string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static part => part[0]));

    public string Picture => $"https://attachments.example.com/profilePictures/{Id}.jpg";

    public bool MayTrackForOthers => Role is MemberRole.Owner or MemberRole.Admin;
}

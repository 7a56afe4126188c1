namespace ClickUpMcp.Sandbox.Model;

/// <summary>A person of the workspace.</summary>
internal sealed class Member
{
    public required long Id { get; init; }

    /// <summary>Null until an invited person has joined.</summary>
    public required string? Name { get; set; }

    public required string Email { get; init; }

    public required string? Color { get; init; }

    public required MemberRole Role { get; set; }

    public CustomRole? CustomRole { get; set; }

    public Member? InvitedBy { get; init; }

    public long DateInvited { get; init; }

    public long? DateJoined { get; init; }

    public GuestRights GuestRights { get; } = new();

    public string Initials =>
        Name is null
            ? Email[..1].ToUpperInvariant()
            : string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static part => part[0]));

    public string? Picture => DateJoined is null ? null : $"https://attachments.example.com/profilePictures/{Id}.jpg";

    public bool IsGuest => Role == MemberRole.Guest;

    public bool MayTrackForOthers => Role is MemberRole.Owner or MemberRole.Admin;
}

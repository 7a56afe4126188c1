namespace ClickUpMcp.Resolution;

/// <summary>A member of a workspace.</summary>
/// <param name="Id">The user id, digits.</param>
/// <param name="Name">The user name; the e-mail address for someone who has not joined yet.</param>
/// <param name="Email">The e-mail address; empty when ClickUp does not tell.</param>
internal sealed record MemberInfo(string Id, string Name, string Email)
{
    /// <summary>Whether it is a guest; null where the role is not shown.</summary>
    public bool? IsGuest { get; init; }

    /// <summary>The member as someone who has a name.</summary>
    public NamedThing Thing { get; } =
        new(Id, Name, Email.Length == 0 || Email == Name ? "member" : $"member, {Email}", []) { Email = Email };
}

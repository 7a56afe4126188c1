namespace ClickUpMcp.Authorization.Senders;

/// <summary>A mark of the sender that a token belongs to.</summary>
/// <param name="Name">Which mark, and where it is looked at.</param>
/// <param name="Hash">Its HMAC: the mark itself is kept nowhere.</param>
public sealed record KnownMark(string Name, string Hash);

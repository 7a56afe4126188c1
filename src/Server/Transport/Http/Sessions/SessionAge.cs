namespace ClickUpMcp.Transport.Http;

/// <summary>A session as it is at present.</summary>
/// <param name="Session">The session.</param>
/// <param name="Age">How long ago it began.</param>
/// <param name="Unused">How long ago it was used last; nothing while a request is under way.</param>
internal sealed record SessionAge(HttpSession Session, TimeSpan Age, TimeSpan Unused);

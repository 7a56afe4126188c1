namespace ClickUpMcp.Values;

/// <summary>Someone whom a text can mention.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Name">The whole name.</param>
/// <param name="Email">The e-mail address; empty when it is not known.</param>
internal sealed record Mentionable(long Id, string Name, string Email);

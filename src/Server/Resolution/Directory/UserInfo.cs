namespace ClickUpMcp.Resolution;

/// <summary>The user whom the token belongs to.</summary>
internal sealed record UserInfo(string Id, string Name, string? TimeZone);

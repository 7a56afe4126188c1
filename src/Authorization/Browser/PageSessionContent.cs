namespace ClickUpMcp.Authorization.Browser;

/// <summary>Who looks at the page of connected apps.</summary>
/// <param name="Owner">The ClickUp user, as a hash.</param>
/// <param name="UserName">The user's name at ClickUp.</param>
internal sealed record PageSessionContent(string Owner, string UserName);

namespace ClickUpMcp.Authorization;

/// <summary>What a valid access token allows.</summary>
/// <param name="GrantId">The grant that it was issued under.</param>
/// <param name="Owner">The ClickUp user who gave the grant, as a hash.</param>
/// <param name="ClientId">The client that it was issued to.</param>
/// <param name="Scopes">What the client may do: words of <see cref="ClickUpMcp.Authorization.Scopes"/>.</param>
/// <param name="Workspaces">The ids of the workspaces that the client may work in; never empty.</param>
/// <param name="Expires">When the token is worth nothing any more.</param>
public sealed record Access(
    string GrantId,
    string Owner,
    string ClientId,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Workspaces,
    DateTimeOffset Expires
);

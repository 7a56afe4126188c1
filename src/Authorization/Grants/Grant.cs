using ClickUpMcp.Authorization.Senders;

namespace ClickUpMcp.Authorization;

/// <summary>What a user allowed to a client.</summary>
/// <param name="Id">Its id, which is no secret.</param>
/// <param name="Owner">The ClickUp user, as a hash.</param>
/// <param name="ClientId">The client.</param>
/// <param name="ClientName">What the client called itself when it was allowed in; written by others.</param>
/// <param name="IsVerified">Whether that name stands at the address that is the client's id.</param>
/// <param name="Scopes">What the client may do.</param>
/// <param name="Workspaces">Where it may do so.</param>
/// <param name="Created">When the user allowed it.</param>
/// <param name="LastUsed">When the client last got a token.</param>
/// <param name="Expires">When it ends unless the client gets a token before.</param>
public sealed record Grant(
    string Id,
    string Owner,
    string ClientId,
    string ClientName,
    bool IsVerified,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<GrantedWorkspace> Workspaces,
    DateTimeOffset Created,
    DateTimeOffset LastUsed,
    DateTimeOffset Expires
)
{
    /// <summary>To whom its tokens belong; null for who has them.</summary>
    public SenderBinding? Binding { get; init; }
}

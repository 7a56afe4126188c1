namespace ClickUpMcp.Authorization.Tokens;

/// <summary>What is kept of a code or a token under its hash.</summary>
/// <param name="Type">OpenIddict's name for what it is.</param>
/// <param name="GrantId">The grant that it was issued under.</param>
/// <param name="Claims">What OpenIddict knows by it.</param>
/// <param name="Expires">When it is worth nothing any more; it is remembered for longer where a replay matters.</param>
/// <param name="IsRedeemed">Whether it was used, where it may be used once.</param>
internal sealed record TokenContent(
    string Type,
    string GrantId,
    IReadOnlyList<TokenClaim> Claims,
    DateTimeOffset Expires,
    bool IsRedeemed
);

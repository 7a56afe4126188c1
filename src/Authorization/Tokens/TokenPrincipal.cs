using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ClickUpMcp.Authorization.Tokens;

/// <summary>Changes what is kept of a token into what OpenIddict works with, and back.</summary>
internal static class TokenPrincipal
{
    /// <summary>The claim with the id of the grant.</summary>
    public const string GrantClaim = "grant_id";

    private const string AuthenticationType = "clickup";

    /// <summary>What OpenIddict works with.</summary>
    public static ClaimsPrincipal Of(TokenContent content)
    {
        ClaimsIdentity identity = new(AuthenticationType, Claims.Name, Claims.Role);
        identity.AddClaims(content.Claims.Select(static claim => new Claim(claim.Type, claim.Value, claim.ValueType)));
        ClaimsPrincipal principal = new(identity);
        principal.SetTokenType(content.Type);
        principal.SetExpirationDate(content.Expires);
        return principal;
    }

    /// <summary>The beginning of one: a user who allowed a client something.</summary>
    public static ClaimsPrincipal Of(Grant grant, string resource)
    {
        ClaimsIdentity identity = new(AuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, grant.Owner);
        identity.SetClaim(GrantClaim, grant.Id);
        identity.SetScopes(grant.Scopes);
        identity.SetResources(resource);
        // The only tokens for a resource server that there are.
        identity.SetDestinations(static _ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>What is kept.</summary>
    public static TokenContent Read(ClaimsPrincipal principal, string type) =>
        new(
            type,
            principal.GetClaim(GrantClaim) ?? throw new InvalidOperationException("A token without a grant."),
            [.. principal.Claims.Select(static claim => new TokenClaim(claim.Type, claim.Value, claim.ValueType))],
            principal.GetExpirationDate() ?? throw new InvalidOperationException("A token that does not expire."),
            IsRedeemed: false
        );
}

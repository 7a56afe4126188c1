using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClickUpMcp.Authorization.Issuers;

/// <summary>Verifies tokens (JWT) of an identity provider that the operator trusts.</summary>
public sealed class TrustedIssuer(IssuerOptions options, IssuerKeys keys, TimeProvider time)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Signatures that nobody can make who can only verify; never <c>none</c>, never a shared secret.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Who it is.</summary>
    public string Issuer => options.Issuer;

    /// <summary>What a token says; null when it is not a good one of this issuer and for this audience.</summary>
    /// <exception cref="IssuerUnreachableException">Whether it is good cannot be told now.</exception>
    public async ValueTask<IssuedAccess?> FindAsync(string token, CancellationToken cancellationToken)
    {
        // Whose it claims to be is looked at first, so that nobody's token makes this server fetch anything.
        if (Read(token) is not { } claimed || claimed.Issuer != options.Issuer || !Algorithms.Contains(claimed.Alg))
        {
            return null;
        }

        TokenValidationResult result = await _handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = options.Issuer,
                ValidAudience = options.Audience,
                ValidAlgorithms = Algorithms,
                IssuerSigningKeys = await keys.FindAsync(
                    claimed.Kid is { Length: > 0 } id ? id : null,
                    cancellationToken
                ),
                // A named key is the key, or none is.
                TryAllIssuerSigningKeys = string.IsNullOrEmpty(claimed.Kid),
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                LifetimeValidator = IsCurrent,
            }
        );
        return result.IsValid && result.ClaimsIdentity.FindFirst("sub")?.Value is { Length: > 0 } subject
            ? new IssuedAccess(subject, [.. Scopes(result.ClaimsIdentity)])
            : null;
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return _handler.CanReadToken(token) ? _handler.ReadJsonWebToken(token) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private bool IsCurrent(
        DateTime? notBefore,
        DateTime? expires,
        SecurityToken token,
        TokenValidationParameters parameters
    )
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + ClockSkew && (notBefore is not { } begin || now >= begin - ClockSkew);
    }

    /// <summary>Providers write scopes as one text with spaces or as a list, under one of two names.</summary>
    private static IEnumerable<string> Scopes(ClaimsIdentity identity) =>
        identity
            .Claims.Where(static claim => claim.Type is "scope" or "scp")
            .SelectMany(static claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

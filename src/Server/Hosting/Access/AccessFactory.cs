using ClickUpMcp.Authorization;
using ClickUpMcp.Authorization.Issuers;
using ClickUpMcp.Authorization.Licences;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Makes what lets principals in, as far as the options ask for it.</summary>
internal static class AccessFactory
{
    /// <param name="options">What is configured.</param>
    /// <param name="origin">The address that clients use, without a slash at its end; null when it is not known.</param>
    /// <param name="store">Where licence keys are; null where there can be none.</param>
    /// <param name="sealer">Seals what must not be read there.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="OptionsException">Something that belongs together is not whole.</exception>
    public static AccessServices Create(
        AccessOptions options,
        string? origin,
        IRecordStore? store,
        RecordSealer? sealer,
        TimeProvider time
    )
    {
        AccessServices access = new() { InitialScopes = options.InitialScopes };
        if (store is not null && sealer is not null)
        {
            access = access.With(store, sealer, time);
        }

        return options.JwtIssuer is { } issuer ? access.With(Issuer(issuer, origin, options), time) : access;
    }

    /// <summary>The same with licence keys, and with days that are counted in a store.</summary>
    public static AccessServices With(
        this AccessServices access,
        IRecordStore store,
        RecordSealer sealer,
        TimeProvider time
    ) =>
        access with
        {
            Kinds = [.. access.Kinds, new LicenceKeys(new LicenceStore(store, sealer, time), time)],
            Days = new StoredDailyQuota(new DailyUsage(store, time)),
            Store = store,
        };

    /// <summary>The same with the access tokens of this server's own sign-in.</summary>
    /// <param name="access">What else lets in.</param>
    /// <param name="tokens">Knows the tokens.</param>
    /// <param name="credentials">Has the ClickUp tokens behind them.</param>
    /// <param name="origin">The address that clients use, without a slash at its end: issuer, and what resources begin with.</param>
    public static AccessServices With(
        this AccessServices access,
        IAccessTokens tokens,
        IUpstreamCredentials credentials,
        string origin
    ) =>
        access with
        {
            Kinds = [.. access.Kinds, new GrantTokens(tokens, origin)],
            Credentials = credentials,
            Issuers = [origin, .. access.Issuers],
        };

    /// <summary>The same with the tokens of an identity provider.</summary>
    public static AccessServices With(
        this AccessServices access,
        IssuerOptions issuer,
        TimeProvider time,
        HttpMessageHandler? handler = null
    )
    {
        IssuerKeys keys = new(issuer, time, handler);
        return access with
        {
            Kinds = [.. access.Kinds, new IssuerTokens(new TrustedIssuer(issuer, keys, time))],
            Issuers = [.. access.Issuers, issuer.Issuer],
            Owned = [.. access.Owned, keys],
        };
    }

    private static IssuerOptions Issuer(string issuer, string? origin, AccessOptions options)
    {
        string? audience = options.JwtAudience ?? (origin is null ? null : $"{origin}/mcp");
        return audience is null
            ? throw new OptionsException(
                "--jwt-issuer needs to know whom its tokens are for: say under which address clients reach this server "
                    + "with --public-url, or name it with --jwt-audience."
            )
            : new IssuerOptions(issuer, audience, options.JwtKeys);
    }
}

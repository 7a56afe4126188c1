using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using BuiltIn = OpenIddict.Server.OpenIddictServerHandlers;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Sets OpenIddict up: its checks and answers, with our clients, grants and tokens behind them (decision 26).</summary>
internal static class OpenIddictSetup
{
    /// <summary>How long a code is worth something.</summary>
    private static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(60);

    public static ServiceProvider Build(
        AuthorizationOptions options,
        TimeProvider time,
        CheckClient checkClient,
        AskUser askUser,
        ShowAuthorizationError showError,
        AuthenticateClient authenticateClient,
        FindToken findToken,
        KeepToken keepToken,
        NarrowToGrant narrowToGrant,
        RedeemToken redeemToken,
        RevokeToken revokeToken
    )
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddAuthentication();
        services
            .AddOpenIddict()
            .AddServer(server =>
            {
                Configure(server, options, time);
                server.UseAspNetCore().DisableTransportSecurityRequirement();
                Add<ValidateAuthorizationRequestContext>(
                    server,
                    checkClient,
                    BuiltIn.Authentication.ValidateRedirectUriParameter.Descriptor.Order + 500
                );
                Add<HandleAuthorizationRequestContext>(server, askUser, 0);
                Add<ApplyAuthorizationResponseContext>(
                    server,
                    showError,
                    BuiltIn.Authentication.AttachIssuer.Descriptor.Order + 500
                );
                DoubledParameter doubled = new();
                Add<ValidateTokenRequestContext>(server, doubled, int.MinValue + 100_000);
                Add<ValidateRevocationRequestContext>(server, doubled, int.MinValue + 100_000);
                Add<ProcessAuthenticationContext>(
                    server,
                    authenticateClient,
                    BuiltIn.ValidateClientSecret.Descriptor.Order + 500
                );
                Add<ValidateTokenContext>(
                    server,
                    findToken,
                    BuiltIn.Protection.ValidateIdentityModelToken.Descriptor.Order
                );
                Add<GenerateTokenContext>(
                    server,
                    keepToken,
                    BuiltIn.Protection.GenerateIdentityModelToken.Descriptor.Order
                );
                Add<HandleTokenRequestContext>(server, narrowToGrant, 0);
                Add<ProcessSignInContext>(server, redeemToken, BuiltIn.ValidateSignInDemand.Descriptor.Order + 500);
                Add<ProcessSignInContext>(
                    server,
                    new AddRefreshToken(),
                    BuiltIn.EvaluateGeneratedTokens.Descriptor.Order + 500
                );
                Add<HandleRevocationRequestContext>(server, revokeToken, 0);
                Add<ApplyConfigurationResponseContext>(server, new DescribeServer(options), 0);
            });
        return services.BuildServiceProvider();
    }

    private static void Configure(OpenIddictServerBuilder server, AuthorizationOptions options, TimeProvider time)
    {
        server
            .EnableDegradedMode()
            .SetIssuer(options.PublicUrl)
            .SetAuthorizationEndpointUris(Relative(Paths.Authorize))
            .SetTokenEndpointUris(Relative(Paths.Token))
            .SetRevocationEndpointUris(Relative(Paths.Revoke))
            .SetConfigurationEndpointUris(Relative(Paths.Metadata), Relative(Paths.OpenIdMetadata))
            .SetJsonWebKeySetEndpointUris(Array.Empty<Uri>())
            .AllowAuthorizationCodeFlow()
            .AllowRefreshTokenFlow()
            .RequireProofKeyForCodeExchange()
            .DisableScopeValidation()
            .DisableResourceValidation()
            .SetAuthorizationCodeLifetime(CodeLife)
            .SetAccessTokenLifetime(options.AccessTokenLife)
            .SetRefreshTokenLifetime(options.RefreshTokenLife)
            // No token is a JWT. OpenIddict wants keys nevertheless; nothing is ever made or read with these.
            .AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256)
            .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
            .RemoveEventHandler(BuiltIn.Protection.ValidateIdentityModelToken.Descriptor)
            .RemoveEventHandler(BuiltIn.Protection.GenerateIdentityModelToken.Descriptor)
            .Configure(own =>
            {
                own.TimeProvider = time;
                own.Scopes.Clear();
                own.Scopes.UnionWith(Scopes.All);
                own.CodeChallengeMethods.Clear();
                own.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
                own.ResponseModes.Clear();
                own.ResponseModes.Add(ResponseModes.Query);
                own.ClientAuthenticationMethods.Clear();
                own.ClientAuthenticationMethods.UnionWith(Clients.ClientAuthentication.All);
            });
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static void Add<TContext>(
        OpenIddictServerBuilder server,
        IOpenIddictServerHandler<TContext> handler,
        int order
    )
        where TContext : BaseContext =>
        server.AddEventHandler<TContext>(descriptor =>
            descriptor.UseInlineHandler(handler.HandleAsync).SetOrder(order)
        );
}

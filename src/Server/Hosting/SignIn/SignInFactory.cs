using System.Buffers.Text;
using System.Security.Cryptography;
using ClickUpMcp.Authorization;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.SignIn;

/// <summary>Makes the authorization server, if signing in is configured.</summary>
internal static class SignInFactory
{
    private const string SandboxPageOfClickUp = "/api";

    /// <summary>Whether users can sign in.</summary>
    public static bool IsOn(ServerOptions options) => options.Http.SignIn.ClientId is not null;

    /// <summary>Lets users sign in besides what else lets in.</summary>
    /// <param name="access">What else lets in.</param>
    /// <param name="options">What is configured.</param>
    /// <param name="store">Where clients, grants and tokens are kept.</param>
    /// <param name="sandbox">The sandbox; null for the real one.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="OptionsException">Something that belongs together is not whole.</exception>
    public static AccessServices AddTo(
        AccessServices access,
        ServerOptions options,
        OpenedStore store,
        SandboxServer? sandbox,
        TimeProvider time
    )
    {
        AuthorizationServer server = Create(options, store, sandbox, time);
        Dictionary<HttpRouteKind, RequestDelegate> pages = new()
        {
            [HttpRouteKind.SignIn] = context => RespondAsync(server, context),
        };
        if (sandbox is not null)
        {
            pages[HttpRouteKind.SandboxPage] = context =>
                SandboxHost.RespondAsync(sandbox, context, SandboxPageOfClickUp);
        }

        return access.With(server.AccessTokens, server.UpstreamCredentials, options.Http.Origin!) with
        {
            SignIn = server,
            Pages = pages,
        };
    }

    /// <summary>Makes the authorization server.</summary>
    /// <param name="options">What is configured.</param>
    /// <param name="store">Where clients, grants and tokens are kept.</param>
    /// <param name="sandbox">The sandbox; null for the real one.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="OptionsException">Something that belongs together is not whole.</exception>
    private static AuthorizationServer Create(
        ServerOptions options,
        OpenedStore store,
        SandboxServer? sandbox,
        TimeProvider time
    )
    {
        SignInOptions signIn = options.Http.SignIn;
        Uri publicUrl = CheckAddress(options.Http);
        AuthorizationOptions own = new()
        {
            PublicUrl = publicUrl,
            ClickUpClientId = signIn.ClientId!,
            ClickUpClientSecret = SecretOf(signIn, sandbox),
            AccessTokenLife = TimeSpan.FromMinutes(signIn.AccessTokenMinutes),
            BindTokensTo = signIn.BindTokensTo,
            RefreshTokenLife = TimeSpan.FromDays(signIn.RefreshTokenDays),
            AllowsRegistration = signIn.AllowsRegistration,
            AllowsClientDocuments = signIn.AllowsClientDocuments,
            RedirectHosts = signIn.RedirectHosts,
            RedirectSchemes = signIn.RedirectSchemes,
        };
        if (sandbox is not null)
        {
            own = own with { ClickUpAuthorizePage = new Uri(publicUrl, HttpRoutes.SandboxPage) };
        }

        return new AuthorizationServer(
            own,
            store.Records,
            store.Sealer,
            new HtmlPages(publicUrl.Host),
            sandbox is null ? CreateHandler() : new SandboxMessageHandler(sandbox),
            time
        );
    }

    private static async Task RespondAsync(AuthorizationServer server, HttpContext context)
    {
        await server.HandleAsync(context);
        if (context.Features.Get<ForeignSenderException>() is { } foreign)
        {
            context.Features.Set(
                new RefusalNote(GrantTokens.PrincipalOf(foreign.Reference), ForeignSender.ReasonOf(foreign))
            );
        }
    }

    private static Uri CheckAddress(HttpOptions http) =>
        http.PublicUrl switch
        {
            null => throw new OptionsException(
                "To sign in, browsers need to know where this server is: say so with --public-url https://mcp.example.com. "
                    + "ClickUp sends users back to that address with /authorize/callback."
            ),
            { IsLoopback: false, Scheme: "http" } => throw new OptionsException(
                "Whoever signs in over plain http gives their access to everybody on the way: --public-url must be https."
            ),
            var url => url,
        };

    // The sandbox takes any secret; one that others know would let them forge what goes through browsers.
    private static string SecretOf(SignInOptions signIn, SandboxServer? sandbox) =>
        signIn.ClientSecret?.Reveal()
        ?? (
            sandbox is not null
                ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))
                : throw new OptionsException(
                    "Signing in needs the secret of your application at ClickUp beside its id: set "
                        + "CLICKUP_MCP_OAUTH_CLIENT_SECRET."
                )
        );

    internal static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
}

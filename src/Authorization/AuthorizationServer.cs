using ClickUpMcp.Authorization.Browser;
using ClickUpMcp.Authorization.Clients;
using ClickUpMcp.Authorization.Limits;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Authorization.Server;
using ClickUpMcp.Authorization.Tokens;
using ClickUpMcp.Authorization.Upstream;
using ClickUpMcp.Outside;
using ClickUpMcp.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ClickUpMcp.Authorization;

/// <summary>The OAuth 2.1 authorization server for MCP clients, in front of ClickUp's OAuth.</summary>
/// <remarks>It has services of its own; a host hands it the requests for <see cref="Paths"/>.</remarks>
public sealed class AuthorizationServer : IAsyncDisposable
{
    private const int MostBytes = 64 * 1024;
    private const string Unavailable = "temporarily_unavailable";

    private readonly AuthorizationOptions _options;
    private readonly RequestLimits _limits;
    private readonly StateSeal _seal;
    private readonly HttpMessageInvoker _clickUp;
    private readonly HttpMessageInvoker _documents;
    private readonly GrantStore _grants;
    private readonly ServiceProvider _services;
    private readonly Dictionary<(string Method, string Path), RequestDelegate> _endpoints;
    private readonly RequestDelegate _openIddict;

    /// <param name="options">What was configured.</param>
    /// <param name="store">Where all is kept.</param>
    /// <param name="sealer">Seals what must not be read there.</param>
    /// <param name="pages">Makes the pages.</param>
    /// <param name="clickUp">Sends requests to ClickUp.</param>
    /// <param name="time">The clock.</param>
    /// <param name="documents">Fetches metadata of clients; null for the public internet, and nothing else.</param>
    public AuthorizationServer(
        AuthorizationOptions options,
        IRecordStore store,
        RecordSealer sealer,
        IPages pages,
        HttpMessageHandler clickUp,
        TimeProvider time,
        HttpMessageHandler? documents = null
    )
    {
        _options = options;
        _limits = new RequestLimits(store, options, time);
        _seal = new StateSeal(options.ClickUpClientSecret);
        _clickUp = new HttpMessageInvoker(clickUp);
        _documents = new HttpMessageInvoker(documents ?? PublicHttp.CreateHandler());
        SealedStore sealedStore = new(store, sealer);
        RedirectUris redirects = new(options);
        ClientStore registered = new(store, time);
        ClientDirectory clients = new(
            registered,
            options.AllowsClientDocuments ? new ClientDocuments(store, _documents, redirects, time) : null
        );
        TokenStore tokens = new(store, time);
        _grants = new GrantStore(sealedStore, options.RefreshTokenLife, time);
        AccessTokens = new AccessTokens(tokens, _grants);
        SignInStore signIns = new(sealedStore, time);
        Forms forms = new(_seal, options, time);
        ClickUpSignIn signIn = new(options, _clickUp, time);
        ConsentPage consent = new(options, forms, pages);
        ConnectedAppsEndpoint apps = new(forms, signIns, sealedStore, _grants, _seal, signIn, options, pages, time);
        WorkspaceEndpoint workspaces = new(forms, signIns, clients, pages);
        _endpoints = new()
        {
            [("POST", Paths.Register)] = new RegistrationEndpoint(registered, redirects, options, time).HandleAsync,
            [("POST", Paths.Consent)] = new ConsentEndpoint(
                clients,
                consent,
                forms,
                signIns,
                _seal,
                signIn,
                pages
            ).HandleAsync,
            [("GET", Paths.Callback)] = new CallbackEndpoint(
                signIns,
                _seal,
                signIn,
                workspaces,
                apps,
                pages
            ).HandleAsync,
            [("POST", Paths.Workspaces)] = workspaces.HandleAsync,
            [("GET", Paths.ConnectedApps)] = apps.ShowAsync,
            [("POST", Paths.ConnectedApps)] = apps.RevokeAsync,
            [("POST", Paths.SignIn)] = apps.SignInAsync,
            [("POST", Paths.SignOut)] = apps.SignOutAsync,
        };
        _services = OpenIddictSetup.Build(
            options,
            time,
            new CheckClient(clients, redirects),
            new AskUser(options, _limits, consent, signIns, _grants, clients, pages, time),
            new ShowAuthorizationError(options, pages),
            new AuthenticateClient(clients, _limits),
            new FindToken(tokens, _grants),
            new KeepToken(tokens),
            new NarrowToGrant(_grants),
            new RedeemToken(tokens, _grants),
            new RevokeToken(tokens, _grants)
        );
        ApplicationBuilder application = new(_services);
        application.UseAuthentication();
        _openIddict = application.Build();
    }

    /// <summary>Reads access tokens, for the resource server.</summary>
    public IAccessTokens AccessTokens { get; }

    /// <summary>The ClickUp tokens behind grants, for the resource server.</summary>
    public IUpstreamCredentials UpstreamCredentials => _grants;

    /// <summary>What users allowed to clients.</summary>
    public IGrants Grants => _grants;

    /// <summary>Answers a request for one of <see cref="Paths"/>.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        Page.SetHeaders(context.Response, _options.IsSecure);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        try
        {
            await CountAndHandleAsync(context);
        }
        catch (InvalidDataException) when (!context.Response.HasStarted)
        {
            // A form that cannot be read: too many fields, too long names, or characters that text does not have.
            await JsonReply.ErrorAsync(
                context,
                StatusCodes.Status400BadRequest,
                "invalid_request",
                "The form of the request cannot be read; send few short fields in UTF-8."
            );
        }
        catch (StoreException) when (!context.Response.HasStarted)
        {
            await JsonReply.ErrorAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                Unavailable,
                "The store of this server cannot be used at the moment; try again later."
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _clickUp.Dispose();
        _documents.Dispose();
        _seal.Dispose();
    }

    private async Task CountAndHandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        if (await _limits.CountAsync(path, context.Connection.RemoteIpAddress, context.RequestAborted) is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString();
            await JsonReply.ErrorAsync(
                context,
                StatusCodes.Status429TooManyRequests,
                Unavailable,
                "Too many requests from this address; wait for the time that Retry-After says."
            );
            return;
        }

        RequestDelegate endpoint = _endpoints.GetValueOrDefault((context.Request.Method, path), RunOpenIddictAsync);
        await endpoint(context);
    }

    private async Task RunOpenIddictAsync(HttpContext context)
    {
        // All that it says of this server comes from the configured address, whatever name the request came by.
        context.Request.Scheme = _options.PublicUrl.Scheme;
        context.Request.Host = HostString.FromUriComponent(_options.PublicUrl);
        IServiceProvider outer = context.RequestServices;
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await _openIddict(context);
        }
        finally
        {
            context.RequestServices = outer;
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Authorization;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Driver;
using ClickUpMcp.Storage;
using ClickUpMcp.Storage.Memory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Browser.Tests.Support;

/// <summary>The authorization server in this process, with a sandbox of two workspaces in the place of ClickUp, and a client that publishes its metadata.</summary>
internal sealed class SignInSite : IAsyncDisposable
{
    /// <summary>The client's id: where its metadata is.</summary>
    public const string Client = "https://notes.example/oauth/client.json";

    private readonly WebApplication _app;
    private readonly SandboxProcess _clickUp;
    private readonly MemoryRecordStore _store;

    private SignInSite(
        WebApplication app,
        SandboxProcess clickUp,
        MemoryRecordStore store,
        AuthorizationServer server
    ) => (_app, _clickUp, _store, Server) = (app, clickUp, store, server);

    public AuthorizationServer Server { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <param name="redirect">Where the client has users sent back to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<SignInSite> StartAsync(Uri redirect, CancellationToken cancellationToken)
    {
        SandboxProcess clickUp = await SandboxProcess.StartAsync(
            Repository.Binary,
            ["--second-workspace"],
            cancellationToken
        );
        Uri address = new($"http://127.0.0.1:{FreePort.Next()}");
        MemoryRecordStore store = new(TimeProvider.System);
        AuthorizationServer server = new(
            new AuthorizationOptions
            {
                PublicUrl = address,
                ClickUpClientId = "APP",
                ClickUpClientSecret = "secret-of-the-app",
                ClickUpAuthorizePage = new Uri(clickUp.Address, "/api"),
                ClickUpApi = clickUp.Address,
            },
            store,
            new RecordSealer(MasterKeys.OfProcess()),
            new HtmlPages(address.Host),
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false },
            TimeProvider.System,
            new Publisher(redirect)
        );
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        WebApplication app = builder.Build();
        app.Run(server.HandleAsync);
        await app.StartAsync(cancellationToken);
        return new SignInSite(app, clickUp, store, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Server.DisposeAsync();
        await _store.DisposeAsync();
        await _clickUp.DisposeAsync();
    }

    /// <summary>The client's own site, as the server reaches it.</summary>
    private sealed class Publisher(Uri redirect) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.RequestUri!.AbsoluteUri.ShouldBe(Client);
            string document = JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["client_id"] = Client,
                    ["client_name"] = "Notes",
                    ["redirect_uris"] = new[] { redirect.AbsoluteUri },
                    ["token_endpoint_auth_method"] = "none",
                }
            );
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(document, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
                }
            );
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClickUpMcp.Authorization;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ClickUpMcp.Hosting.SignIn;

/// <summary>Lets the user of this machine sign in at ClickUp, and waits for the browser on a port of the loopback.</summary>
internal static class LocalLogin
{
    /// <summary>Where the browser comes back to unless the user says otherwise; the application at ClickUp has to name it.</summary>
    public const int DefaultPort = 47821;

    private const int MostConnections = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The redirect URL that the application at ClickUp needs.</summary>
    public static string RedirectAt(int port) => LocalSignIn.RedirectAt(AddressOf(port));

    /// <summary>Signs the user in.</summary>
    /// <param name="options">The application at ClickUp, and where ClickUp is.</param>
    /// <param name="port">The port to wait on.</param>
    /// <param name="show">Takes ClickUp's page, for the user's browser.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OptionsException">There is no application, or nobody signed in.</exception>
    public static async Task<LocalAccount> RunAsync(
        ServerOptions options,
        int port,
        Func<string, Task> show,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        AuthorizationOptions application = ApplicationOf(options, port);
        using SocketsHttpHandler clickUp = SignInFactory.CreateHandler();
        using LocalSignIn signIn = new(application, clickUp, new HtmlPages(application.PublicUrl.Host), time);
        await using WebApplication app = Build(signIn, port);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new UnusableException(
                $"Port {port.ToString(CultureInfo.InvariantCulture)} of this machine cannot be listened on; is it in use? Choose another "
                    + "with --port, and add its redirect URL to the application at ClickUp."
            );
        }

        await show(signIn.Page);
        try
        {
            LocalAccount account = await signIn.Ended.WaitAsync(Patience, time, cancellationToken);
            // Lets the browser have its page.
            await app.StopAsync(cancellationToken);
            return account;
        }
        catch (LocalSignInException e)
        {
            await app.StopAsync(cancellationToken);
            throw new UnusableException($"{e.Message} Nothing was kept.");
        }
        catch (TimeoutException)
        {
            throw new UnusableException("Nobody signed in within ten minutes. Start again.");
        }
    }

    private static WebApplication Build(LocalSignIn signIn, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxConcurrentConnections = MostConnections;
                kestrel.Limits.MaxRequestBodySize = 0;
                kestrel.Listen(IPAddress.Loopback, port);
            });
        WebApplication app = builder.Build();
        app.Run(signIn.HandleAsync);
        return app;
    }

    private static AuthorizationOptions ApplicationOf(ServerOptions options, int port)
    {
        SignInOptions signIn = options.Http.SignIn;
        if (signIn is not { ClientId: { } id, ClientSecret: { } secret })
        {
            throw new OptionsException(
                "To sign in, name your application at ClickUp (Settings, Apps, Create an app) with CLICKUP_MCP_OAUTH_CLIENT_ID and "
                    + $"CLICKUP_MCP_OAUTH_CLIENT_SECRET. Its redirect URL is {RedirectAt(port)}."
            );
        }

        Uri api = new(options.ApiBaseUrl + "/");
        AuthorizationOptions own = new()
        {
            PublicUrl = AddressOf(port),
            ClickUpClientId = id,
            ClickUpClientSecret = secret.Reveal(),
            ClickUpApi = api,
        };
        // A sandbox of this machine has the page, too.
        return api.IsLoopback ? own with { ClickUpAuthorizePage = new Uri(api, "api") } : own;
    }

    private static Uri AddressOf(int port) => new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port).Uri;
}

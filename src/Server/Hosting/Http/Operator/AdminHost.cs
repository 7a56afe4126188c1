using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Does what the operator asks over <see cref="AdminSocket"/>; no address of a network leads here.</summary>
internal sealed class AdminHost : IAsyncDisposable
{
    /// <summary>Lists what is open.</summary>
    public const string ListPath = "/sessions";

    /// <summary>Ends what the query names.</summary>
    public const string EndPath = "/sessions/end";

    private const int MostConnections = 16;

    private readonly SessionAdmin _sessions;
    private readonly WebApplication _app;

    private AdminHost(string path, Socket socket, SessionAdmin sessions)
    {
        _sessions = sessions;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxConcurrentConnections = MostConnections;
                kestrel.Limits.MaxRequestBodySize = 0;
                kestrel.ListenUnixSocket(path);
            });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <exception cref="OptionsException">The socket cannot be made.</exception>
    public static async Task<AdminHost> StartAsync(string path, SessionAdmin sessions)
    {
        Socket socket = AdminSocket.Bind(path);
        try
        {
            AdminHost host = new(Path.GetFullPath(path), socket, sessions);
            await host._app.StartAsync();
            return host;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            socket.Dispose();
            throw new UnusableException($"The socket of {AdminSocket.Flag} cannot be listened on.");
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        AdminReply reply = await ReplyAsync(context.Request);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType =
            reply.Status == StatusCodes.Status200OK ? "application/jsonl" : "text/plain; charset=utf-8";
        await context.Response.WriteAsync(reply.Text, context.RequestAborted);
    }

    private async Task<AdminReply> ReplyAsync(HttpRequest request)
    {
        bool isPost = HttpMethods.IsPost(request.Method);
        if (request.Path == ListPath && HttpMethods.IsGet(request.Method))
        {
            return _sessions.List();
        }

        if (request.Path != EndPath || !isPost)
        {
            return new AdminReply(StatusCodes.Status404NotFound, "There is nothing here.");
        }

        bool revoke = request.Query["revoke"] == "true";
        return (request.Query["session"], request.Query["principal"], request.Query["all"]) switch
        {
            ([{ } session], { Count: 0 }, { Count: 0 }) when !revoke => await _sessions.EndSessionAsync(session),
            ({ Count: 0 }, [{ } principal], { Count: 0 }) => await _sessions.EndPrincipalAsync(principal, revoke),
            ({ Count: 0 }, { Count: 0 }, ["true"]) when !revoke => await _sessions.EndAllAsync(),
            _ => new AdminReply(
                StatusCodes.Status400BadRequest,
                "Name what to end: one of session, principal (with revoke=true or not) and all=true."
            ),
        };
    }
}

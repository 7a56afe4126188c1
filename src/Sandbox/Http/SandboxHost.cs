using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClickUpMcp.Sandbox;

/// <summary>The sandbox over HTTP, on the loopback address only.</summary>
public static class SandboxHost
{
    // ClickUp takes files of up to 1 GB; the form around one is small: https://developer.clickup.com/docs/attachments
    private const long LargestBody = 1_001_000_000;

    /// <summary>Serves until cancelled.</summary>
    /// <param name="port">0 takes a free port.</param>
    /// <param name="onListening">Receives the port once requests are accepted.</param>
    public static async Task RunAsync(
        SandboxServer server,
        int port,
        Action<int> onListening,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(onListening);
        // Nothing is read from the environment or from files: the sandbox is the same wherever it starts.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(options =>
            {
                options.Listen(IPAddress.Loopback, port);
                options.Limits.MaxRequestBodySize = LargestBody;
            });
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(server, context, RawPath(context)));
        await app.StartAsync(cancellationToken);
        var listening = new Uri(app.Urls.First());
        server.Files.Address = listening.GetLeftPart(UriPartial.Authority);
        onListening(listening.Port);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            app.Lifetime.ApplicationStopping
        );
        await CancelledAsync(stop.Token);
        // Without patience: a request may hang on purpose.
        await app.StopAsync(new CancellationToken(canceled: true));
    }

    private static async Task CancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(cancelled.SetResult);
        await cancelled.Task;
    }

    /// <summary>Answers one request of another host, as if it had come to a path of the sandbox.</summary>
    public static Task RespondAsync(SandboxServer server, HttpContext context, string path)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(context);
        return AnswerAsync(server, context, path);
    }

    private static async Task AnswerAsync(SandboxServer server, HttpContext context, string path)
    {
        var aborted = context.RequestAborted;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, aborted);
        var response = await server.HandleAsync(
            new SandboxRequest(
                context.Request.Method,
                path,
                context.Request.QueryString.Value ?? "",
                context.Request.Headers.Authorization.Count > 0
                    ? context.Request.Headers.Authorization.ToString()
                    : null,
                body.GetBuffer().AsMemory(0, (int)body.Length),
                context.Request.ContentType
            ),
            aborted
        );
        if (response.IsConnectionCut)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context.Response, response, aborted);
    }

    // The parsed path has lost the encoding, and with it the slash inside a tag's name.
    private static string RawPath(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];

    private static async Task WriteAsync(HttpResponse output, SandboxResponse response, CancellationToken aborted)
    {
        output.StatusCode = response.Status;
        output.ContentType = response.ContentType;
        foreach (var (name, value) in response.Headers)
        {
            output.Headers[name] = value;
        }

        if (!response.Body.IsEmpty)
        {
            output.ContentLength = response.Body.Length;
            await output.Body.WriteAsync(response.Body, aborted);
        }
    }
}

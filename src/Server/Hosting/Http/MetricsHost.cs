using System.Net;
using System.Net.Sockets;
using ClickUpMcp.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Shows the metrics to who scrapes them, at an address of their own that no client of MCP uses.</summary>
internal sealed class MetricsHost : IAsyncDisposable
{
    private const int MostConnections = 16;

    private readonly MetricsPage _page = new();
    private readonly WebApplication _app;

    private MetricsHost(IPEndPoint listen)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxConcurrentConnections = MostConnections;
                kestrel.Limits.MaxRequestBodySize = 0;
                kestrel.Listen(listen);
            });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where the metrics are.</summary>
    public Uri Address => new(new Uri(_app.Urls.First()), "/metrics");

    /// <exception cref="UnusableException">The address cannot be listened on.</exception>
    public static async Task<MetricsHost> StartAsync(IPEndPoint listen)
    {
        MetricsHost host = new(listen);
        try
        {
            await host._app.StartAsync();
            return host;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await host.DisposeAsync();
            throw new UnusableException(
                $"The address {listen} of --metrics-listen cannot be listened on; is it in use?"
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _page.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/metrics")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = HttpMethods.Get;
            return Task.CompletedTask;
        }

        context.Response.ContentType = PrometheusText.ContentType;
        return context.Response.WriteAsync(_page.Write(), context.RequestAborted);
    }
}

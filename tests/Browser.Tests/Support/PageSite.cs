using System.Collections.Concurrent;
using ClickUpMcp.Authorization.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Browser.Tests.Support;

/// <summary>A site on the loopback that serves pages as the server does, and answers their forms as told.</summary>
public sealed class PageSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _paths = new(StringComparer.Ordinal);

    private PageSite(WebApplication app) => _app = app;

    /// <summary>Its address, without a path.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>The forms that were sent to it.</summary>
    public ConcurrentQueue<IFormCollection> Forms { get; } = [];

    public static async Task<PageSite> StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        PageSite site = new(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return site;
    }

    /// <summary>Serves a page at a path.</summary>
    public Uri Serve(string path, Page page) =>
        Serve(
            path,
            context =>
            {
                Page.SetHeaders(context.Response, isHttps: false);
                return page.SendAsync(context.Response, 200, context.RequestAborted);
            }
        );

    /// <summary>Serves a document of a test's own at a path.</summary>
    public Uri Serve(string path, string html) =>
        Serve(
            path,
            context =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(html, context.RequestAborted);
            }
        );

    /// <summary>Keeps the form sent to a path and leads on from there.</summary>
    public Uri Redirect(string path, Uri to) =>
        Serve(
            path,
            async context =>
            {
                if (context.Request.HasFormContentType)
                {
                    Forms.Enqueue(await context.Request.ReadFormAsync(context.RequestAborted));
                }

                context.Response.Redirect(to.AbsoluteUri);
            }
        );

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Uri Serve(string path, Func<HttpContext, Task> answer)
    {
        _paths[path] = answer;
        return new Uri(Address, path);
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (_paths.TryGetValue(context.Request.Path, out var answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}

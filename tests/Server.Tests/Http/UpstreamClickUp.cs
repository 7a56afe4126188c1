using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>A ClickUp over HTTP whose replies say whose token asked; it keeps what it saw.</summary>
internal sealed class UpstreamClickUp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private UpstreamClickUp(WebApplication app, Dictionary<string, string> owners)
    {
        _app = app;
        _app.Run(context => ReplyAsync(context, owners));
    }

    public string Address => _app.Urls.First();

    /// <summary>The path and the token of each request.</summary>
    public ConcurrentQueue<(string Path, string Token)> Seen { get; } = [];

    /// <summary>The names of the headers of all requests.</summary>
    public ConcurrentQueue<string> Headers { get; } = [];

    /// <summary>Answers instead of the usual one: status and body.</summary>
    public (int Status, string Body)? Fault { get; set; }

    /// <summary>Completes when a request to a path with "hang" in it has come.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when such a request was given up.</summary>
    public TaskCompletionSource GivenUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets such requests be answered.</summary>
    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="owners">Whose each token is.</param>
    public static async Task<UpstreamClickUp> StartAsync(Dictionary<string, string> owners)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var upstream = new UpstreamClickUp(builder.Build(), owners);
        await upstream._app.StartAsync();
        return upstream;
    }

    public async ValueTask DisposeAsync()
    {
        Go.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task ReplyAsync(HttpContext context, Dictionary<string, string> owners)
    {
        string path = context.Request.Path.Value!;
        string token = context.Request.Headers.Authorization.ToString();
        Seen.Enqueue((path, token));
        foreach (string name in context.Request.Headers.Keys)
        {
            Headers.Enqueue(name);
        }

        if (Fault is { } fault)
        {
            context.Response.StatusCode = fault.Status;
            await context.Response.WriteAsync(fault.Body);
            return;
        }

        if (!owners.TryGetValue(token, out string? owner))
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"err":"Token invalid","ECODE":"OAUTH_025"}""");
            return;
        }

        if (path.Contains("hang", StringComparison.Ordinal))
        {
            await using (context.RequestAborted.Register(() => GivenUp.TrySetResult()))
            {
                Hanging.TrySetResult();
                await Go.Task;
            }
        }

        string last = path[(path.LastIndexOf('/') + 1)..];
        await context.Response.WriteAsync(
            path switch
            {
                "/api/v2/user" =>
                    $$$"""{"user":{"id":7,"username":"{{{owner}}}","email":"{{{owner}}}@example.com","timezone":"UTC"}}""",
                "/api/v2/team" => $$$"""{"teams":[{"id":"9001","name":"Team of {{{owner}}}","members":[]}]}""",
                "/api/v2/team/9001/space" => $$$"""{"spaces":[{"id":"1","name":"Space of {{{owner}}}"}]}""",
                "/api/v2/space/1/folder" => """{"folders":[]}""",
                "/api/v2/space/1/list" => $$$"""{"lists":[{"id":"11","name":"List of {{{owner}}}"}]}""",
                "/api/v2/list/11/task" => """{"tasks":[{"id":"86a","name":"One"},{"id":"86b","name":"Two"}]}""",
                _ when path.StartsWith("/api/v2/task/", StringComparison.Ordinal) =>
                    $$$"""{"id":"{{{last}}}","name":"Task {{{last}}} of {{{owner}}}","status":{"status":"open"},"list":{"id":"11","name":"L"}}""",
                _ => "{}",
            }
        );
    }
}

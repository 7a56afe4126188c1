using System.Collections.Concurrent;

namespace ClickUpMcp.Browser.Tests.Support;

/// <summary>Passes requests on and keeps what was asked for, with which token, and how it was answered.</summary>
public sealed class HttpRecorder() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
{
    /// <summary>The requests in the order of their answers, as "POST /mcp 401".</summary>
    public ConcurrentQueue<string> Exchanges { get; } = [];

    /// <summary>The tokens that were sent.</summary>
    public ConcurrentQueue<string> Tokens { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        Exchanges.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath} {(int)response.StatusCode}");
        if (request.Headers.Authorization?.Parameter is { } token)
        {
            Tokens.Enqueue(token);
        }

        return response;
    }
}

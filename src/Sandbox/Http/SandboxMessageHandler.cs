using System.Net;
using System.Net.Http.Headers;

namespace ClickUpMcp.Sandbox;

/// <summary>The sandbox behind an <see cref="HttpClient"/> in the same process, without a socket.</summary>
public sealed class SandboxMessageHandler(SandboxServer server) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var response = await server.HandleAsync(
            new SandboxRequest(
                request.Method.Method,
                request.RequestUri!.AbsolutePath,
                request.RequestUri.Query,
                request.Headers.TryGetValues("Authorization", out var values) ? string.Join(',', values) : null,
                body,
                request.Content?.Headers.ContentType?.ToString()
            ),
            cancellationToken
        );
        if (response.IsConnectionCut)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The sandbox cut the connection.");
        }

        return ToMessage(request, response);
    }

    private static HttpResponseMessage ToMessage(HttpRequestMessage request, SandboxResponse response)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(response.Body),
        };
        if (response.ContentType is not null)
        {
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(response.ContentType);
        }

        foreach (var (name, value) in response.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}

using System.Net;
using System.Text;

namespace ClickUpMcp.Tests.Api;

/// <summary>Answers each request by a script and remembers what was asked.</summary>
internal sealed class ScriptedHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> script)
    : HttpMessageHandler
{
    public ScriptedHandler(params HttpResponseMessage[] responses)
        : this(Sequence(responses)) { }

    public RequestLog<SentRequest> Requests { get; } = new();

    public static HttpResponseMessage Json(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Bytes(int status, byte[] body, string type = "application/json") =>
        new((HttpStatusCode)status) { Content = new ByteArrayContent(body) { Headers = { ContentType = new(type) } } };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        string? authorization = request.Headers.TryGetValues("Authorization", out IEnumerable<string>? values)
            ? values.Single()
            : null;
        Requests.Add(
            new SentRequest(request.Method, request.RequestUri!, authorization, body)
            {
                Headers = request.Headers.ToDictionary(static h => h.Key, static h => string.Join(',', h.Value)),
            }
        );
        return await script(request, cancellationToken);
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Sequence(
        HttpResponseMessage[] responses
    )
    {
        int next = 0;
        return (_, _) => Task.FromResult(responses[Math.Min(next++, responses.Length - 1)]);
    }
}

internal sealed record SentRequest(HttpMethod Method, Uri Url, string? Authorization, string? Body)
{
    public required IReadOnlyDictionary<string, string> Headers { get; init; }
}

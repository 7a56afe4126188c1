using System.Net;

namespace ClickUpMcp.Tests.Examples;

/// <summary>Remembers what passes on its way to the sandbox.</summary>
/// <param name="next">The sandbox.</param>
internal sealed class RecordingHandler(HttpMessageHandler next) : DelegatingHandler(next)
{
    private readonly RequestLog<SentRequest> _sent = new();
    private readonly RequestLog<(SentRequest Request, string Body)> _responses = new();

    /// <summary>The requests in the order they were sent.</summary>
    public IReadOnlyList<SentRequest> Sent => _sent;

    /// <summary>The requests with the bodies of the sandbox's responses, in the order in which these came.</summary>
    public IReadOnlyList<(SentRequest Request, string Body)> Responses => _responses;

    /// <summary>What stands in the place of a response's body; null where nothing does.</summary>
    public Func<SentRequest, string?>? Replacement { get; set; }

    /// <summary>The body of the last result.</summary>
    public string LastResult { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Uri address = request.RequestUri!;
        SentRequest sent = new(request.Method.Method, address.AbsolutePath, address.Query, body);
        _sent.Add(sent);
        if (Replacement?.Invoke(sent) is { } replaced)
        {
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(replaced) };
        }

        HttpResponseMessage result = await base.SendAsync(request, cancellationToken);
        LastResult = await result.Content.ReadAsStringAsync(cancellationToken);
        _responses.Add((sent, LastResult));
        return result;
    }

    /// <summary>Forgets what was sent so far.</summary>
    public void Clear()
    {
        _sent.Clear();
        _responses.Clear();
    }
}

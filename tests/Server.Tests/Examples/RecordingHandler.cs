namespace ClickUpMcp.Tests.Examples;

/// <summary>Remembers what passes on its way to the sandbox.</summary>
internal sealed class RecordingHandler(HttpMessageHandler next) : DelegatingHandler(next)
{
    private readonly List<SentRequest> _sent = [];

    /// <summary>The requests in the order they were sent.</summary>
    public IReadOnlyList<SentRequest> Sent => _sent;

    /// <summary>The body of the last answer.</summary>
    public string LastAnswer { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Uri address = request.RequestUri!;
        _sent.Add(new SentRequest(request.Method.Method, address.AbsolutePath, address.Query, body));
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        LastAnswer = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ClickUpMcp.Api;

/// <summary>Sends requests to ClickUp over HTTP with one principal's token.</summary>
/// <remarks>
/// What the call may send, retry, circuit breaker, rate limit, one bounded attempt, authentication, and then the connection pool, which the
/// client does not own.
/// </remarks>
internal sealed class ClickUpClient : IClickUpClient, IDisposable
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly ClickUpCredentials _credentials;
    private readonly ClickUpClientOptions _options;
    private readonly TimeProvider _time;
    private readonly Lazy<HttpMessageInvoker> _pipeline;

    /// <param name="credentials">The principal's token.</param>
    /// <param name="options">Where ClickUp is and how long to wait.</param>
    /// <param name="time">The clock of timeouts and retries.</param>
    /// <param name="gate">What is shared with other clients: limits and circuit breaker. Not disposed here.</param>
    /// <param name="credential">The limits' partition, see <see cref="ClickUpCredentials.Fingerprint"/>.</param>
    /// <param name="handler">Gives the handler that sends; called at the first request, and not disposed here.</param>
    /// <param name="telemetry">Shows each attempt to who listens; null shows none.</param>
    public ClickUpClient(
        ClickUpCredentials credentials,
        ClickUpClientOptions options,
        TimeProvider time,
        UpstreamGate gate,
        UInt128 credential,
        Func<HttpMessageHandler> handler,
        UpstreamTelemetry? telemetry = null
    )
    {
        _credentials = credentials;
        _options = options;
        _time = time;
        _pipeline = new Lazy<HttpMessageInvoker>(() => CreatePipeline(gate, credential, handler(), telemetry));
    }

    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using HttpRequestMessage message = CreateMessage(request);
        using HttpResponseMessage response = await SendAsync(message, request, cancellationToken);
        Memory<byte> body = ((BufferedContent)response.Content).Bytes;
        if (!response.IsSuccessStatusCode || ApiErrorBody.IsError(body.Span, _options.Dialect))
        {
            TimeSpan? retryAfter = SendContext.Of(message).RetryAfter;
            throw ApiErrorMapper.Map(request, response, body.Span, _credentials, _options.Dialect, retryAfter);
        }

        int status = (int)response.StatusCode;
        Memory<byte> json = body.Trim(" \t\r\n"u8);
        bool saysNothing = json.IsEmpty || json.Span[0] is not ((byte)'{' or (byte)'[');
        // What only one reads is copied into an array that it gives back; others keep theirs.
        bool isShared = request.Wanted is null;
        json = isShared ? json.ToArray() : json;
        JsonDocument? document = json.IsEmpty
            ? null
            : ResponseJson.Parse(json, copies: !isShared) ?? throw ApiErrorMapper.Unreadable(request, status);
        if (saysNothing && !request.IsRead && !request.MayBeEmpty && response.StatusCode != HttpStatusCode.NoContent)
        {
            document?.Dispose();
            throw ApiErrorMapper.Empty(status);
        }

        return new ClickUpResponse(status, isShared ? json : default, document)
        {
            NextLink = LinkHeader.NextOf(response),
        };
    }

    /// <summary>Ends the client; the shared connections stay.</summary>
    public void Dispose()
    {
        if (_pipeline.IsValueCreated)
        {
            _pipeline.Value.Dispose();
        }
    }

    private HttpMessageInvoker CreatePipeline(
        UpstreamGate gate,
        UInt128 credential,
        HttpMessageHandler sockets,
        UpstreamTelemetry? telemetry
    )
    {
        AuthenticationHandler authentication = new(_credentials, _options.Dialect.Key, sockets);
        AttemptHandler attempt = new(_options, gate.Responses, _time, authentication);
        HttpMessageHandler shown = telemetry is null
            ? attempt
            : new TelemetryHandler(telemetry, _options, _time, attempt);
        RateLimitHandler limit = new(gate, credential, _options.Dialect.RateLimit, _time, shown);
        CircuitBreakerHandler breaker = new(gate, credential, limit);
        RetryHandler retry = new(_options, gate.Counters, _time, breaker);
        PermissionHandler permission = new(_options.Dialect, _options.WithoutCall, retry);
        return new HttpMessageInvoker(permission, disposeHandler: false);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage message,
        ClickUpRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await _pipeline.Value.SendAsync(message, cancellationToken);
        }
        catch (Exception exception) when (TransportErrors.IsTransport(exception))
        {
            // The original stays behind: its text can name addresses of the operator's network.
            throw TransportErrors.Map(exception, request, _options);
        }
    }

    private HttpRequestMessage CreateMessage(ClickUpRequest request)
    {
        HttpRequestMessage message = new(MethodOf(request.Method), new Uri(_options.BaseUrl, request.PathAndQuery))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        SendContext.Attach(message, request, _options.MaxRateLimitWait, _time);
        foreach ((string name, string value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        SetDefault(message.Headers, "Accept", "application/json");
        SetDefault(message.Headers, "User-Agent", "clickup-mcp");

        if (request.Streamed is not null || !request.Body.IsEmpty)
        {
            message.Content = request.Streamed is { } streamed
                ? new StreamedContent(streamed, SendContext.Of(message).Moved)
                : new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = request.ContentType is { } type
                ? MediaTypeHeaderValue.Parse(type)
                : JsonType;
        }

        return message;
    }

    // What the spec says of a header stands alone, since most headers with two values mean neither.
    private static void SetDefault(HttpRequestHeaders headers, string name, string value)
    {
        if (!headers.NonValidated.Contains(name))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private static HttpMethod MethodOf(ClickUpMethod method) =>
        method switch
        {
            ClickUpMethod.Get => HttpMethod.Get,
            ClickUpMethod.Post => HttpMethod.Post,
            ClickUpMethod.Put => HttpMethod.Put,
            ClickUpMethod.Patch => HttpMethod.Patch,
            ClickUpMethod.Delete => HttpMethod.Delete,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, message: null),
        };
}

using System.Net;

namespace ClickUpMcp.Api;

/// <summary>Repeats a request where that cannot do anything twice.</summary>
/// <remarks>
/// ClickUp has no idempotency key. So anything is repeated that was refused before execution (429) or never sent (no
/// connection); only GET is repeated after a gateway fault or a cut connection.
/// </remarks>
internal sealed class RetryHandler(ClickUpClientOptions options, TimeProvider time, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    private static readonly TimeSpan BaseDelay = TimeSpan.FromMilliseconds(200);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        for (int attempt = 0; ; attempt++)
        {
            TimeSpan? delay;
            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                delay = attempt < options.MaxRetries ? DelayAfter(request, response, attempt) : null;
                if (delay is null)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (Exception exception) when (attempt < options.MaxRetries && IsRepeatable(request, exception))
            {
                delay = Backoff(attempt);
            }

            await Task.Delay(delay.Value, time, cancellationToken);
        }
    }

    private TimeSpan? DelayAfter(HttpRequestMessage request, HttpResponseMessage response, int attempt)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.TooManyRequests:
                TimeSpan delay = RateLimitReset.DelayOf(response, time.GetUtcNow());
                return delay <= options.MaxRateLimitWait ? delay : null;
            case HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout when request.Method == HttpMethod.Get:
                return Backoff(attempt);
            default:
                return null;
        }
    }

    private static bool IsRepeatable(HttpRequestMessage request, Exception exception) =>
        exception is HttpRequestException or IOException and not ResponseTooLargeException
        && (request.Method == HttpMethod.Get || TransportErrors.NothingWasSent(exception));

    /// <summary>Exponential, with half of it random so that clients do not come back in step.</summary>
    private static TimeSpan Backoff(int attempt) => BaseDelay * (1 << attempt) * (0.5 + Random.Shared.NextDouble() / 2);
}

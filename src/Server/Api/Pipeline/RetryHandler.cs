using System.Net;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Api;

/// <summary>Repeats a request where that cannot do anything twice and the call still has the time.</summary>
/// <remarks>
/// ClickUp has no idempotency key. So anything is repeated that was refused before execution (429) or never sent (no
/// connection); only GET is repeated after a gateway fault, a cut connection or a timeout.
/// </remarks>
internal sealed class RetryHandler(
    ClickUpClientOptions options,
    LimitCounters counters,
    TimeProvider time,
    HttpMessageHandler inner
) : DelegatingHandler(inner)
{
    private static readonly TimeSpan BaseDelay = TimeSpan.FromMilliseconds(400);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        SendContext context = SendContext.Of(request);
        int faults = 0;
        while (true)
        {
            TimeSpan backoff = Backoff(faults);
            RetryReason? reason;
            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                reason = ReasonToRepeat(request, response, context);
                if (reason is null || (reason != RetryReason.RateLimited && !MayRepeat()))
                {
                    return response;
                }

                response.Dispose();
            }
            catch (Exception exception) when (ReasonToRepeat(request, exception) is not null && MayRepeat())
            {
                reason = ReasonToRepeat(request, exception);
            }

            counters.Count(reason.GetValueOrDefault());
            if (reason != RetryReason.RateLimited)
            {
                faults++;
                await Task.Delay(backoff, time, cancellationToken);
            }

            bool MayRepeat() => faults < options.MaxRetries && context.Fits(backoff);
        }
    }

    private static RetryReason? ReasonToRepeat(
        HttpRequestMessage request,
        HttpResponseMessage response,
        SendContext context
    )
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            // The rate limit below is closed for so long and does the waiting.
            return context.Fits(context.RetryAfter ?? TimeSpan.Zero) ? RetryReason.RateLimited : null;
        }

        bool isRepeatable = request.Method == HttpMethod.Get && TransportErrors.IsGatewayFault(response.StatusCode);
        return isRepeatable ? RetryReason.GatewayFault : null;
    }

    private static RetryReason? ReasonToRepeat(HttpRequestMessage request, Exception exception)
    {
        if (TransportErrors.NothingWasSent(exception))
        {
            return RetryReason.NotConnected;
        }

        bool isCut = TransportErrors.IsTransport(exception) && exception is not ResponseTooLargeException;
        return isCut && request.Method == HttpMethod.Get ? RetryReason.NoResponse : null;
    }

    /// <summary>Exponential with full jitter: anything from nothing to the whole, so that clients do not come back in step.</summary>
    private static TimeSpan Backoff(int faults) => BaseDelay * (1 << faults) * Random.Shared.NextDouble();
}

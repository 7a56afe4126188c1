using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Api;

/// <summary>Turns requests away at once while ClickUp's host is down, and learns from each outcome whether it is.</summary>
/// <remarks>
/// It stands before the rate limit, so nobody queues for a host that is down. A plain 500 is no outage: ClickUp answers
/// it to a wrong filter.
/// </remarks>
internal sealed class CircuitBreakerHandler(UpstreamGate gate, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <exception cref="ClickUpApiException">The circuit is open.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        CircuitBreaker breaker = gate.Breaker;
        if (!breaker.TryEnter(out TimeSpan retryAfter))
        {
            throw UpstreamRefusals.CircuitOpen(retryAfter, gate.Counters);
        }

        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (TransportErrors.IsGatewayFault(response.StatusCode))
            {
                breaker.Failed();
            }
            else
            {
                breaker.Succeeded();
            }

            return response;
        }
        catch (ResponseTooLargeException)
        {
            breaker.Succeeded();
            throw;
        }
        catch (Exception exception) when (TransportErrors.IsTransport(exception))
        {
            breaker.Failed();
            throw;
        }
        catch
        {
            breaker.Abandoned();
            throw;
        }
    }
}

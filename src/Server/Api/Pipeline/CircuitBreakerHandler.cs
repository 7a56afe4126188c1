using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Api;

/// <summary>Turns requests away at once while ClickUp is down for them, and learns from each outcome whether it is.</summary>
/// <remarks>
/// It stands before the rate limit, so nobody queues for a host that is down. That no connection can be made is everybody's
/// trouble; any other failure is the credential's own, or one tenant could lock out all others with requests that fail.
/// A plain 500 is no outage: ClickUp answers it to a wrong filter.
/// </remarks>
internal sealed class CircuitBreakerHandler(UpstreamGate gate, UInt128 credential, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    /// <exception cref="ClickUpApiException">A circuit is open.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        CircuitBreaker connection = gate.Connection;
        CircuitBreaker own = gate.LimiterOf(credential).Breaker;
        bool probesOwn = Enter(own);
        bool probesConnection;
        try
        {
            probesConnection = Enter(connection);
        }
        catch
        {
            own.Abandoned(probesOwn);
            throw;
        }

        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            connection.Succeeded();
            if (TransportErrors.IsGatewayFault(response.StatusCode))
            {
                own.Failed();
            }
            else
            {
                own.Succeeded();
            }

            return response;
        }
        catch (ResponseTooLargeException)
        {
            connection.Succeeded();
            own.Succeeded();
            throw;
        }
        catch (Exception exception) when (TransportErrors.NothingWasSent(exception))
        {
            connection.Failed();
            own.Abandoned(probesOwn);
            throw;
        }
        catch (Exception exception) when (TransportErrors.IsTransport(exception))
        {
            connection.Abandoned(probesConnection);
            own.Failed();
            throw;
        }
        catch
        {
            connection.Abandoned(probesConnection);
            own.Abandoned(probesOwn);
            throw;
        }
    }

    /// <summary>Enters a circuit; true when it is to probe.</summary>
    private bool Enter(CircuitBreaker breaker) =>
        breaker.TryEnter(out bool isProbe, out TimeSpan retryAfter)
            ? isProbe
            : throw UpstreamRefusals.CircuitOpen(retryAfter, gate.Counters);
}

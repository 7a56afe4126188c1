using System.Net;

namespace ClickUpMcp.Api;

/// <summary>Explains failures in which no response of ClickUp arrived.</summary>
internal static class TransportErrors
{
    /// <summary>Whether the failure came before any byte of the request left this machine.</summary>
    public static bool NothingWasSent(Exception exception) =>
        exception
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };

    /// <summary>Whether a gateway says that what stands behind it is down or slow.</summary>
    public static bool IsGatewayFault(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether <see cref="Map"/> can explain the failure.</summary>
    public static bool IsTransport(Exception exception) =>
        exception is TimeoutException or HttpRequestException or IOException;

    /// <summary>The error to show for a failure of the network.</summary>
    public static ClickUpApiException Map(Exception exception, ClickUpRequest request, ClickUpClientOptions options)
    {
        string host = options.BaseUrl.Host;
        switch (exception)
        {
            case TimeoutException:
                return New(
                    $"ClickUp did not answer within {options.RequestTimeout.TotalSeconds:0} seconds.",
                    "The service or the connection to it is slow.",
                    request
                );
            case ResponseTooLargeException:
                return new ClickUpApiException(
                    ApiErrorKind.Unreadable,
                    $"ClickUp's response is larger than {options.MaxResponseBytes / (1024 * 1024)} MiB and was not read.",
                    "The request matches too much.",
                    "Narrow the request: a smaller page, a filter, or a list instead of a whole workspace."
                );
            case HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }:
                return New($"The address of {host} could not be found.", "DNS or the network is down.", request);
            case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                return New(
                    $"No secure connection to {host} could be made.",
                    "The TLS handshake failed: a certificate, a proxy or the clock of this machine may be wrong.",
                    request
                );
            case HttpRequestException when NothingWasSent(exception):
                return New($"No connection to {host} could be made.", "The service or the network is down.", request);
            default:
                return New($"The connection to {host} broke before the response was complete.", why: null, request);
        }

        ClickUpApiException New(string what, string? why, ClickUpRequest of) =>
            new(ApiErrorKind.Unreachable, what, why, NextStep(of, exception)) { IsUnsent = NothingWasSent(exception) };
    }

    private static string NextStep(ClickUpRequest request, Exception exception) =>
        request.Method == ClickUpMethod.Get || NothingWasSent(exception)
            ? "Try again in a moment."
            : "The change may have been made or not: read the affected item before you repeat the call.";
}

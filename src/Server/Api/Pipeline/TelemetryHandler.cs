using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ClickUpMcp.Api;

/// <summary>Shows one attempt at a request, by the HTTP conventions of OpenTelemetry.</summary>
/// <remarks>
/// What is shown is constant or a number: the path's template in place of the address, and nothing of query, headers or
/// body, since all of them may hold a tenant's data.
/// </remarks>
internal sealed class TelemetryHandler(
    UpstreamTelemetry telemetry,
    ClickUpClientOptions options,
    TimeProvider time,
    HttpMessageHandler inner
) : DelegatingHandler(inner)
{
    private const int FirstFailure = 400;
    private const string Other = "_OTHER";

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => telemetry.IsWanted ? ShowAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> ShowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SendContext context = SendContext.Of(request);
        string template = context.PathTemplate;
        TagList tags = new()
        {
            { "http.request.method", request.Method.Method },
            { "server.address", options.BaseUrl.Host },
            { "server.port", options.BaseUrl.Port },
            { "url.template", template },
        };
        using Activity? span = telemetry.Source.StartActivity($"{request.Method} {template}", ActivityKind.Client);
        if (context.Attempts++ is > 0 and var again)
        {
            span?.SetTag("http.request.resend_count", again);
        }

        long start = time.GetTimestamp();
        string? error = null;
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            int status = (int)response.StatusCode;
            tags.Add("http.response.status_code", status);
            error = status < FirstFailure ? null : status.ToString(CultureInfo.InvariantCulture);
            return response;
        }
        catch (Exception exception)
        {
            error = NameOf(exception);
            throw;
        }
        finally
        {
            if (error is not null)
            {
                tags.Add("error.type", error);
                span?.SetStatus(ActivityStatusCode.Error);
            }

            telemetry.Duration.Record(time.GetElapsedTime(start).TotalSeconds, tags);
            foreach ((string key, object? value) in tags)
            {
                span?.SetTag(key, value);
            }
        }
    }

    private static string NameOf(Exception exception) =>
        exception switch
        {
            TimeoutException => "timeout",
            OperationCanceledException => "cancelled",
            ResponseTooLargeException => "response_too_large",
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } =>
                JsonNamingPolicy.SnakeCaseLower.ConvertName(error.ToString()),
            _ => Other,
        };
}

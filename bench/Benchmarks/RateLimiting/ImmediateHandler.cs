using System.Net;

namespace ClickUpMcp.Benchmarks.RateLimiting;

/// <summary>Responds to every request at once, with the headers of a budget that is nearly full.</summary>
internal sealed class ImmediateHandler : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        response.Headers.TryAddWithoutValidation("X-RateLimit-Limit", "10000");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", "9999");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Reset", "1786782276");
        return Task.FromResult(response);
    }
}

namespace ClickUpMcp.Api;

/// <summary>Puts the principal's token on each request, as late as possible.</summary>
internal sealed class AuthenticationHandler(ClickUpCredentials credentials, KeyHeader header, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        credentials.Apply(request.Headers, header);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.Headers.Remove(header.Name);
        }
    }
}

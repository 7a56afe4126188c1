namespace ClickUpMcp.Api;

/// <summary>Refuses what the call that a request is sent for may not send, whatever its tool says of itself.</summary>
/// <param name="dialect">Says which operations only read although their method is not GET.</param>
/// <param name="alone">What may be sent for no call.</param>
/// <param name="inner">Sends the rest.</param>
internal sealed class PermissionHandler(UpstreamDialect dialect, CallPermission alone, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    /// <exception cref="ClickUpApiException">The call may not send it.</exception>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Method != HttpMethod.Get)
        {
            SendContext context = SendContext.Of(request);
            bool changes = !dialect.Reads.Contains(context.Operation);
            if (!(context.Permission ?? alone).Allows(context.Operation, changes))
            {
                return Task.FromException<HttpResponseMessage>(UpstreamRefusals.NotPermitted());
            }
        }

        return base.SendAsync(request, cancellationToken);
    }
}

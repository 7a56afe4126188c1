namespace ClickUpMcp.Api;

/// <summary>Sends requests for one tool call, so that whatever waits below knows its deadline and can tell its caller.</summary>
internal sealed class CallClient(IClickUpClient inner, IUpstreamCall call, SentRequests? sent = null) : IClickUpClient
{
    private readonly CheckedClient _checked = new(inner, sent);

    /// <exception cref="Errors.ActionableException">The request changes nothing, which ClickUp would call a success.</exception>
    public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken) =>
        _checked.SendAsync(request with { Call = call }, cancellationToken);
}

namespace ClickUpMcp.Api;

/// <summary>Sends requests for one tool call, so that whatever waits below knows its deadline and can tell its caller.</summary>
internal sealed class CallClient(IClickUpClient inner, IUpstreamCall call) : IClickUpClient
{
    public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken) =>
        inner.SendAsync(request with { Call = call }, cancellationToken);
}

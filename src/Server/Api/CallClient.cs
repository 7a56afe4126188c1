namespace ClickUpMcp.Api;

/// <summary>Sends requests for one tool call, so that whatever waits below knows its deadline and can tell its caller.</summary>
internal sealed class CallClient(IClickUpClient inner, IUpstreamCall call, SentRequests? sent = null) : IClickUpClient
{
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        bool mayHaveWritten = request.Method != ClickUpMethod.Get;
        try
        {
            return await inner.SendAsync(request with { Call = call }, cancellationToken);
        }
        catch (ClickUpApiException refusal) when (refusal.IsRefusal)
        {
            mayHaveWritten = false;
            throw;
        }
        finally
        {
            sent?.Sent(mayHaveWritten);
        }
    }
}

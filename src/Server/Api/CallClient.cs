using ClickUpMcp.Errors;

namespace ClickUpMcp.Api;

/// <summary>Sends requests for one tool call, so that whatever waits below knows its deadline and can tell its caller.</summary>
internal sealed class CallClient(IClickUpClient inner, IUpstreamCall call, SentRequests? sent = null) : IClickUpClient
{
    /// <exception cref="ActionableException">The request changes nothing, which ClickUp would call a success.</exception>
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (request.ChangesNothing)
        {
            throw new ActionableException(
                "There is nothing to change.",
                "No argument of the call says what is to be different. Nothing was sent.",
                "Name at least one change."
            );
        }

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

using ClickUpMcp.Errors;

namespace ClickUpMcp.Api;

/// <summary>Refuses requests that change nothing, and notes whether one may have changed something.</summary>
/// <param name="inner">Sends them.</param>
/// <param name="sent">Takes what was sent; null takes nothing.</param>
internal sealed class CheckedClient(IClickUpClient inner, SentRequests? sent) : IClickUpClient
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
            return await inner.SendAsync(request, cancellationToken);
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

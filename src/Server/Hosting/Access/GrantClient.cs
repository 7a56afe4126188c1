using ClickUpMcp.Api;
using ClickUpMcp.Authorization;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Sends with the ClickUp token of a grant, and ends the grant when ClickUp does not know the token any more.</summary>
/// <param name="inner">Sends.</param>
/// <param name="grant">The grant's id.</param>
/// <param name="credentials">Where grants are ended.</param>
internal sealed class GrantClient(IClickUpClient inner, string grant, IUpstreamCredentials credentials) : IClickUpClient
{
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.SendAsync(request, cancellationToken);
        }
        catch (ClickUpApiException refusal) when (IsOfToken(refusal))
        {
            // Some operations answer the same for an id that does not exist: whose token it is, is always answered.
            if (!await IsRevokedAsync(request, cancellationToken))
            {
                throw;
            }
        }

        await credentials.EndGrantAsync(grant, CancellationToken.None);
        throw new ClickUpApiException(
            ApiErrorKind.Authentication,
            "ClickUp does not accept this connection's access any more, so the connection was ended.",
            "It was taken back in ClickUp, or the user or workspace is gone.",
            "The user has to connect again."
        )
        {
            Status = 401,
        };
    }

    private static bool IsOfToken(ClickUpApiException refusal) =>
        refusal is { Status: 401, Kind: ApiErrorKind.Authentication };

    private async ValueTask<bool> IsRevokedAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await inner.SendAsync(ClickUpOperations.GetCurrentUser() with { Call = request.Call }, cancellationToken);
            return false;
        }
        catch (ClickUpApiException refusal) when (IsOfToken(refusal))
        {
            return true;
        }
    }
}

using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Makes the directory drop the listings that a write of the same principal has just made stale.</summary>
/// <remarks>Without it, a list that is deleted and created anew under its name would keep its old id for a minute.</remarks>
internal sealed class DirectoryRefreshingClient(IClickUpClient inner, WorkspaceDirectory directory) : IClickUpClient
{
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.SendAsync(request, cancellationToken);
        }
        finally
        {
            // After failures too: a write that timed out may have been made.
            directory.Invalidate(request.Invalidates);
        }
    }
}

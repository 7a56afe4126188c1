using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Makes the directory forget what a write of the same principal has just changed.</summary>
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
            if (request.Method != ClickUpMethod.Get)
            {
                directory.InvalidateTasks();
                if (!IsTaskOnly(request.Path))
                {
                    directory.InvalidateHierarchy();
                }
            }
        }
    }

    /// <summary>Whether the path addresses a task, or creates one in a list.</summary>
    private static bool IsTaskOnly(string path) =>
        path.StartsWith("/api/v2/task/", StringComparison.Ordinal)
        || path.StartsWith("/api/v2/comment/", StringComparison.Ordinal)
        || path.StartsWith("/api/v2/checklist/", StringComparison.Ordinal)
        || path.Contains("/time_entries", StringComparison.Ordinal)
        || (
            path.StartsWith("/api/v2/list/", StringComparison.Ordinal)
            && path.EndsWith("/task", StringComparison.Ordinal)
        );
}

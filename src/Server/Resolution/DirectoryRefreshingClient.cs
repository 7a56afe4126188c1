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
                Forget(request.Path);
            }
        }
    }

    private void Forget(string path)
    {
        if (IsAboutPeople(path))
        {
            directory.InvalidateMembers();
            return;
        }

        if (ListedKindsOf(path) is { } kinds)
        {
            directory.InvalidateListed(kinds);
            return;
        }

        directory.InvalidateTasks();
        if (!IsTaskOnly(path))
        {
            directory.InvalidateHierarchy();
        }
    }

    /// <summary>What a write to the path may change when that is nothing but listed things; null when it is more.</summary>
    private static EntityKind[]? ListedKindsOf(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["api", "v2", "view", _, "comment"] => [],
            ["api", "v2", _, _, "guest", ..] or ["api", "v3", "workspaces", _, "auditlogs"] => [],
            ["api", "v2", "view", ..] or ["api", "v2", "team" or "space" or "folder" or "list", _, "view"] =>
            [
                EntityKind.View,
            ],
            ["api", "v2", "goal" or "key_result", ..] or ["api", "v2", "team", _, "goal"] =>
            [
                EntityKind.Goal,
                EntityKind.KeyResult,
            ],
            ["api", "v2", "group", ..] or ["api", "v2", "team", _, "group"] => [EntityKind.UserGroup],
            ["api", "v3", "workspaces", _, "docs", ..] => [EntityKind.Doc, EntityKind.Page],
            ["api", "v3", "workspaces", _, "chat", "channels", _, "messages", ..] => [],
            ["api", "v3", "workspaces", _, "chat", "channels", ..] => [EntityKind.Channel],
            ["api", "v3", "workspaces", _, "chat", ..] => [],
            _ => null,
        };

    /// <summary>Whether the path invites, changes or removes a member or guest of a workspace.</summary>
    private static bool IsAboutPeople(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["api", "v2", "team", _, "user" or "guest", ..];

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

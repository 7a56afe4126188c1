using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Refuses a call that names one thing where it must name two, as a task that is to depend on itself.</summary>
internal static class DistinctCheck
{
    /// <exception cref="ActionableException">Two arguments name the same thing.</exception>
    public static async ValueTask CheckAsync(
        DistinctThings[] things,
        WorkspaceDirectory directory,
        CancellationToken cancellationToken
    )
    {
        for (int second = 1; second < things.Length; second++)
        {
            for (int first = 0; first < second; first++)
            {
                if (await FindSameAsync(things[first], things[second], directory, cancellationToken) is { } same)
                {
                    throw new ActionableException(
                        $"{things[second].Argument} and {things[first].Argument} name the same {things[second].Noun}.",
                        $"Both mean {same.Value}. Nothing was sent.",
                        $"Name another {things[second].Noun} in one of them."
                    );
                }
            }
        }
    }

    private static async ValueTask<EntityId?> FindSameAsync(
        DistinctThings first,
        DistinctThings second,
        WorkspaceDirectory directory,
        CancellationToken cancellationToken
    )
    {
        foreach (EntityId one in first.Ids)
        {
            foreach (EntityId other in second.Ids)
            {
                if (await IsSameAsync(one, other, directory, cancellationToken))
                {
                    return other;
                }
            }
        }

        return null;
    }

    private static async ValueTask<bool> IsSameAsync(
        EntityId one,
        EntityId other,
        WorkspaceDirectory directory,
        CancellationToken cancellationToken
    )
    {
        // A task may be known by its custom id on one side only.
        if (one.CustomIdWorkspace is null != other.CustomIdWorkspace is null)
        {
            (EntityId custom, EntityId plain) = one.CustomIdWorkspace is null ? (other, one) : (one, other);
            return await FindIdAsync(custom, directory, cancellationToken) == plain.Value;
        }

        return string.Equals(one.Value, other.Value, StringComparison.OrdinalIgnoreCase);
    }

    // Where there is no such task, or it cannot be read, the request that follows says so.
    private static async ValueTask<string?> FindIdAsync(
        EntityId custom,
        WorkspaceDirectory directory,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await directory.GetTaskHomeAsync(TaskId.Of(custom), cancellationToken)).TaskId;
        }
        catch (ActionableException)
        {
            return null;
        }
    }
}

using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the filters of a view: values that name people, statuses or tags are looked up in its place.</summary>
internal static class ViewConditions
{
    // What ClickUp itself compares: the person who looks, and the kinds of statuses.
    private static readonly string[] Words = ["me", "open", "active", "custom", "done", "closed"];

    /// <summary>The filters in ClickUp's terms; null when none are given.</summary>
    /// <exception cref="Errors.ActionableException">Some value names nothing.</exception>
    public static async ValueTask<IReadOnlyList<ViewCondition>?> ReadAsync(
        IEnumerable<ViewCondition>? given,
        EntityId? place,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (given is null)
        {
            return null;
        }

        List<ViewCondition> read = [];
        foreach (ViewCondition condition in given)
        {
            read.Add(
                KindOf(condition.Field) is { } kind
                    ? condition with
                    {
                        Values = await ToolCallContext.EachAsync(condition.Values, value => IdAsync(kind, value)),
                    }
                    : condition
            );
        }

        context.Problems.Throw();
        return read;

        async ValueTask<string> IdAsync(EntityKind kind, string value) =>
            Words.Contains(value, StringComparer.OrdinalIgnoreCase)
                ? value.ToLowerInvariant()
                : (
                    await context.ResolveAsync(
                        new EntityReference(kind, value),
                        context.Scope(allowCustomId: false, place),
                        cancellationToken
                    )
                ).Value;
    }

    /// <summary>The place of a view as ClickUp shows it; null for the workspace itself.</summary>
    public static EntityId? PlaceOf(string? type, string? id) =>
        (type, id) switch
        {
            ("4", { } space) => new EntityId(EntityKind.Space, space),
            ("5", { } folder) => new EntityId(EntityKind.Folder, folder),
            ("6", { } list) => new EntityId(EntityKind.List, list),
            _ => null,
        };

    private static EntityKind? KindOf(string field) =>
        field switch
        {
            "assignee" or "watcher" or "creator" => EntityKind.Member,
            "status" => EntityKind.Status,
            "tag" => EntityKind.Tag,
            _ => null,
        };
}

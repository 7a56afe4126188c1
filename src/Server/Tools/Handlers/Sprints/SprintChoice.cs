using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds the sprint that a caller means: the active, next or previous one, or one by name or id; never a guess between two.</summary>
internal static class SprintChoice
{
    /// <exception cref="ActionableException">There is none such, or there are several.</exception>
    public static SprintInfo Find(IReadOnlyList<SprintInfo> sprints, string wanted, LocalDate today)
    {
        SprintInfo[] found = [.. Meant(sprints, wanted.Trim(), today)];
        return found is [var one]
            ? one
            : throw new ActionableException(
                found.Length == 0 ? $"There is no sprint {wanted}." : $"{found.Length} sprints are meant by {wanted}.",
                sprints.Count == 0
                    ? "Sprints are lists that are called so, or lists with dates in a folder of sprints; there is none."
                    : null,
                found.Length == 0 && sprints.Count == 0
                    ? "Name the list with list_tasks instead."
                    : "Name one of the options, or its folder.",
                [
                    .. (found.Length == 0 ? sprints : found)
                        .Select(sprint => Describe(sprint, today))
                        .Take(NameErrors.MaxCandidates),
                ]
            );
    }

    private static IEnumerable<SprintInfo> Meant(IReadOnlyList<SprintInfo> sprints, string wanted, LocalDate today) =>
        wanted.ToLowerInvariant() switch
        {
            "active" or "current" or "this" or "now" => In(sprints, SprintState.Active, today),
            // Of each folder the first that has not begun, or the last that has ended.
            "next" or "upcoming" => In(sprints, SprintState.Next, today)
                .GroupBy(static sprint => sprint.Folder.Id)
                .Select(static group => group.MinBy(static sprint => sprint.Days!.Value.First)!),
            "previous" or "last" or "past" => In(sprints, SprintState.Past, today)
                .GroupBy(static sprint => sprint.Folder.Id)
                .Select(static group => group.MaxBy(static sprint => sprint.Days!.Value.Last)!),
            _ => Named(sprints, wanted),
        };

    private static IEnumerable<SprintInfo> In(IEnumerable<SprintInfo> sprints, SprintState state, LocalDate today) =>
        sprints.Where(sprint => sprint.StateOn(today) == state);

    private static IEnumerable<SprintInfo> Named(IReadOnlyList<SprintInfo> sprints, string wanted)
    {
        NamedThing[] things =
        [
            .. sprints.Select(static sprint => new NamedThing(
                sprint.List.Id,
                sprint.List.Name,
                $"sprint in folder {sprint.Folder.Name}",
                [sprint.Space.Name, sprint.Folder.Name]
            )),
        ];
        HashSet<string> ids =
        [
            .. NameMatcher.Find(new NameTable(things).WithId(wanted).Things, wanted).Things.Select(static t => t.Id),
        ];
        return sprints.Where(sprint => ids.Contains(sprint.List.Id));
    }

    private static string Describe(SprintInfo sprint, LocalDate today) =>
        $"{sprint.List.Name} (id {sprint.List.Id}, {sprint.StateOn(today).ToString().ToLowerInvariant()}, folder {sprint.Folder.Name}, space {sprint.Space.Name})";
}

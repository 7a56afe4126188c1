using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds the sprints: lists of a folder that ClickUp's settings or its name call one of sprints, and lists that are called so themselves.</summary>
/// <param name="today">The day on the account's calendar.</param>
/// <param name="zone">The zone of that calendar.</param>
internal sealed class SprintReader(LocalDate today, DateTimeZone zone)
{
    // One request each: more would cost a call too much of a minute's budget.
    private const int MostSpaces = 30;

    /// <summary>Reads the folders of one space, or of all, and the sprints in them by their first day.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="space">The only space; null for all.</param>
    /// <param name="folder">The only folder; null for all.</param>
    /// <param name="request">Lists the folders of a space.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<IReadOnlyList<SprintInfo>> ReadAsync(
        WorkspaceId workspace,
        SpaceId? space,
        FolderId? folder,
        Func<SpaceId, ClickUpRequest> request,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        WorkspaceHierarchy tree = await context.Services.Directory.GetHierarchyAsync(
            workspace,
            afterMiss: false,
            cancellationToken
        );
        string? only = space?.Value ?? tree.Folders.FirstOrDefault(known => known.Id == folder?.Value)?.Space.Id;
        SpaceInfo[] spaces = [.. tree.Spaces.Where(known => only is null || known.Id == only)];
        if (spaces.Length > MostSpaces)
        {
            context.Remark(
                $"Sprints were looked for in the first {MostSpaces} of {spaces.Length} spaces; name a space."
            );
        }

        List<SprintInfo> sprints = [];
        foreach (SpaceInfo one in spaces.Take(MostSpaces))
        {
            JsonElement response = await context.SendAsync(request(new SpaceId(one.Id)), cancellationToken);
            foreach (JsonElement found in response.Items("folders"))
            {
                if (folder is null || found.Text("id") == folder.Value.Value)
                {
                    sprints.AddRange(Read(found, new NamedId(one.Id, one.Name)));
                }
            }
        }

        return
        [
            .. sprints
                .OrderBy(static sprint => sprint.Days is null)
                .ThenBy(static sprint => sprint.Days?.First ?? default)
                .ThenBy(static sprint => sprint.List.Name, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<SprintInfo> Read(JsonElement folder, NamedId space)
    {
        NamedId place = new(folder.Text("id") ?? "", folder.Text("name") ?? "");
        bool isOfSprints =
            folder.Member("sprint_settings").ValueKind == JsonValueKind.Object || SprintNames.IsSprint(place.Name);
        foreach (JsonElement list in folder.Items("lists"))
        {
            string name = list.Text("name") ?? "";
            (LocalDate First, LocalDate Last)? days = DaysOf(list) ?? SprintNames.DaysOf(name, today);
            // A folder of sprints may hold a backlog, which has neither dates nor the word.
            if ((isOfSprints && days is not null) || SprintNames.IsSprint(name))
            {
                yield return new SprintInfo(
                    new NamedId(list.Text("id") ?? "", name),
                    place,
                    space,
                    days,
                    (long)(LenientValue.Number(list.Member("task_count")) ?? 0)
                );
            }
        }
    }

    private (LocalDate First, LocalDate Last)? DaysOf(JsonElement list) =>
        Day(list, "start_date") is { } first && Day(list, "due_date") is { } last && first <= last
            ? (first, last)
            : null;

    private LocalDate? Day(JsonElement list, string member) =>
        LenientValue.Number(list.Member(member)) is { } moment and > 0 and < long.MaxValue
            ? Instant.FromUnixTimeMilliseconds((long)moment).InZone(zone).Date
            : null;
}

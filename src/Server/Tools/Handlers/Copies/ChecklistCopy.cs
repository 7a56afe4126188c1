using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies checklists: a request for each and for each line, and one more for a line that is ticked or nested, which ClickUp does not take at once.</summary>
/// <param name="place">Where the copy goes.</param>
/// <param name="run">Sends the requests.</param>
/// <param name="report">Takes what is not copied.</param>
internal sealed class ChecklistCopy(CopyPlace place, CopyRun run, CopyReport report)
{
    private const string Items = "items";

    /// <summary>Copies the checklists of a task.</summary>
    public async ValueTask CopyAsync(TaskNode node, TaskId copy, CancellationToken cancellationToken)
    {
        foreach (JsonElement checklist in node.Task.Items("checklists"))
        {
            string name = TaskReading.Name(checklist);
            JsonElement made = default;
            bool isMade = await run.DoAsync(
                $"checklist {name} of {node.Name}",
                "checklist",
                async () =>
                    made = Inner(
                        await run.SendAsync(
                            ClickUpOperations.CreateChecklist(copy, checklist.Text("name") ?? name),
                            cancellationToken
                        )
                    )
            );
            if (isMade && made.Text("id") is { } id)
            {
                await CopyItemsAsync(checklist, node, id, parent: null, [], cancellationToken);
            }
        }
    }

    /// <summary>The lines of a checklist or below a line, in their order.</summary>
    public static IEnumerable<JsonElement> LinesOf(JsonElement item, string member) =>
        item.Items(member).OrderBy(static line => LenientValue.Number(line.Member("orderindex")));

    /// <summary>All lines of a checklist with the line that each is below, as pairs of names, and whether it is ticked.</summary>
    public static IEnumerable<(string? Above, string? Name, bool IsTicked)> Flatten(JsonElement checklist) =>
        LinesOf(checklist, Items).SelectMany(line => Flatten(line, above: null));

    private static IEnumerable<(string? Above, string? Name, bool IsTicked)> Flatten(JsonElement line, string? above) =>
        LinesOf(line, "children")
            .SelectMany(child => Flatten(child, line.Text("name")))
            .Prepend((above, line.Text("name"), IsTicked(line)));

    private async ValueTask CopyItemsAsync(
        JsonElement above,
        TaskNode node,
        string checklist,
        string? parent,
        HashSet<string> known,
        CancellationToken cancellationToken
    )
    {
        foreach (JsonElement line in LinesOf(above, parent is null ? Items : "children"))
        {
            string name = TaskReading.Name(line);
            string? id = null;
            bool isMade = await run.DoAsync(
                $"checklist line {name} of {node.Name}",
                "checklist line",
                async () => id = await AddAsync(line, node, checklist, known, cancellationToken)
            );
            if (!isMade || id is null)
            {
                continue;
            }

            if (IsTicked(line) || parent is not null)
            {
                await run.DoAsync(
                    $"tick or place of checklist line {name} of {node.Name}",
                    kind: null,
                    () => SetAsync(line, checklist, id, parent, cancellationToken)
                );
            }

            await CopyItemsAsync(line, node, checklist, id, known, cancellationToken);
        }
    }

    private async ValueTask<string> AddAsync(
        JsonElement line,
        TaskNode node,
        string checklist,
        HashSet<string> known,
        CancellationToken cancellationToken
    )
    {
        MemberId? assignee = AssigneeOf(line, node);
        JsonElement shown = Inner(
            await run.SendAsync(
                ClickUpOperations.CreateChecklistItem(checklist, line.Text("name") ?? string.Empty, assignee),
                cancellationToken
            )
        );
        // The response is the whole checklist: the line that it did not have before is the new one.
        JsonElement made = All(shown).LastOrDefault(item => item.Text("id") is { } id && known.Add(id));
        if (made.ValueKind != JsonValueKind.Object)
        {
            return shown.Text("id") ?? string.Empty;
        }

        if (assignee is { } person && PersonOf(made) != person.Value)
        {
            report.Lost("assignees of checklist lines", TaskCopy.NotApplied, node.Name);
        }

        return made.Text("id")!;
    }

    private async ValueTask SetAsync(
        JsonElement line,
        string checklist,
        string id,
        string? parent,
        CancellationToken cancellationToken
    )
    {
        bool isTicked = IsTicked(line);
        JsonElement shown = Inner(
            await run.SendAsync(
                ClickUpOperations.EditChecklistItem(checklist, id, resolved: isTicked ? true : null, parent: parent),
                cancellationToken
            )
        );
        JsonElement found = All(shown).FirstOrDefault(item => item.Text("id") == id);
        if (
            found.ValueKind == JsonValueKind.Object
            && (IsTicked(found) != isTicked || (parent is not null && found.Text("parent") != parent))
        )
        {
            throw new ActionableException("ClickUp accepted the request and did not apply it.");
        }
    }

    private MemberId? AssigneeOf(JsonElement line, TaskNode node)
    {
        if (PersonOf(line) is not { } id)
        {
            return null;
        }

        if (place.HasMember(id))
        {
            return new MemberId(id);
        }

        report.Lost("assignees of checklist lines", "they are no members of the other workspace", node.Name);
        return null;
    }

    private static string? PersonOf(JsonElement line)
    {
        JsonElement person = line.Member("assignee");
        return person.Text() ?? person.Text("id");
    }

    private static IEnumerable<JsonElement> All(JsonElement checklist) =>
        checklist.Items(Items).SelectMany(static line => Below(line));

    private static IEnumerable<JsonElement> Below(JsonElement line) =>
        line.Items("children").SelectMany(static child => Below(child)).Prepend(line);

    private static bool IsTicked(JsonElement line) => LenientValue.Boolean(line.Member("resolved")) == true;

    // What stands for a response in a dry run has no wrapper.
    private static JsonElement Inner(JsonElement response) =>
        response.Member("checklist") is { ValueKind: JsonValueKind.Object } inner ? inner : response;
}

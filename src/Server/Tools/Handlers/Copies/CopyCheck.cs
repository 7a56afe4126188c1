using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads copies back and compares them with their originals.</summary>
/// <param name="copy">What was copied.</param>
/// <param name="parts">The parts that were wanted.</param>
/// <param name="context">The call.</param>
internal sealed class CopyCheck(TaskCopy copy, CopyParts parts, ToolCallContext context)
{
    /// <summary>The copy of the root, read back; ties and files in fields, which no response shows, are compared on all that have some.</summary>
    /// <param name="differences">Takes what is not as it should be.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async ValueTask<JsonElement> ReadRootAsync(List<string> differences, CancellationToken cancellationToken)
    {
        JsonElement root = default;
        foreach (TaskNode node in copy.Tree.Nodes)
        {
            bool isRoot = node == copy.Tree.Root;
            if (isRoot || HasTies(node) || copy.FieldFiles.Has(node))
            {
                JsonElement read = await ReadAsync(node, cancellationToken);
                CompareUnshown(node, read, differences);
                root = isRoot ? read : root;
            }
        }

        return root;
    }

    /// <summary>Compares what no response shows, ties and files in fields, of all copies that have some.</summary>
    public async ValueTask<IReadOnlyList<string>> CompareUnshownAsync(CancellationToken cancellationToken)
    {
        List<string> differences = [];
        foreach (TaskNode node in copy.Tree.Nodes.Where(node => HasTies(node) || copy.FieldFiles.Has(node)))
        {
            CompareUnshown(node, await ReadAsync(node, cancellationToken), differences);
        }

        return differences;
    }

    /// <summary>What of all copies is not as their originals are, dates and names included; nothing when all is there.</summary>
    public async ValueTask<IReadOnlyList<string>> CompareAllAsync(CancellationToken cancellationToken)
    {
        List<string> differences = [];
        foreach (TaskNode node in copy.Tree.Nodes)
        {
            JsonElement read = await ReadAsync(node, cancellationToken);
            CompareUnshown(node, read, differences);
            foreach (string what in Differences(node, read))
            {
                differences.Add($"{what} of {node.Name}");
            }
        }

        return differences;
    }

    private bool HasTies(TaskNode node) =>
        parts.Has(CopyParts.Dependencies) && TieCopy.Expected(node, copy.Copies).Any();

    private ValueTask<JsonElement> ReadAsync(TaskNode node, CancellationToken cancellationToken) =>
        context.SendAsync(ClickUpOperations.ReadTask(copy.Copies[node.Id], subtasks: false), cancellationToken);

    private void CompareUnshown(TaskNode node, JsonElement read, List<string> differences)
    {
        if (!copy.FieldFiles.AreIn(node, read))
        {
            differences.Add($"files in fields of {node.Name}");
        }

        if (!parts.Has(CopyParts.Dependencies))
        {
            return;
        }

        HashSet<(string, string)> held = [.. TaskTie.Of(read).Select(static tie => (tie.Kind, tie.Task))];
        if (TieCopy.Expected(node, copy.Copies).Any(tie => !held.Contains((tie.Kind, tie.To.Value))))
        {
            differences.Add($"ties of {node.Name}");
        }
    }

    private IEnumerable<string> Differences(TaskNode node, JsonElement read)
    {
        JsonElement own = node.Task;
        string? parent = node.Parent is { } above ? copy.Copies[above.Id].Value : null;
        (string What, bool IsSame)[] looks =
        [
            ("place", read.Text("parent") == parent && TaskReading.IsHome(read, copy.Place.List)),
            ("description", !parts.Has(CopyParts.Description) || Same("markdown_description")),
            ("due date", !parts.Has(CopyParts.Dates) || SameDate("due_date")),
            ("start date", !parts.Has(CopyParts.Dates) || SameDate("start_date")),
            ("priority", !parts.Has(CopyParts.Priority) || Priority(own) == Priority(read)),
            ("tags", !parts.Has(CopyParts.Tags) || Texts(own, "tags", "name").SetEquals(Texts(read, "tags", "name"))),
            ("checklists", !parts.Has(CopyParts.Checklists) || Checklists(own).SequenceEqual(Checklists(read))),
            ("files", !parts.Has(CopyParts.Attachments) || Files(own).SequenceEqual(Files(read))),
            ("custom fields", copy.ValuesOf(node).All(set => set.IsShownIn(read, copy.Zones))),
            (
                "assignees",
                !parts.Has(CopyParts.Assignees)
                    || Texts(own, "assignees", "id")
                        .Where(copy.Place.HasMember)
                        .All(Texts(read, "assignees", "id").Contains)
            ),
            (
                "watchers",
                !parts.Has(CopyParts.Watchers)
                    || WatcherCopy.Of(own, copy.Place).All(Texts(read, "watchers", "id").Contains)
            ),
        ];
        return looks.Where(static look => !look.IsSame).Select(static look => look.What);

        bool Same(string member) => own.Text(member)?.Trim() == read.Text(member)?.Trim();

        bool SameDate(string member) =>
            DateText.Format(own.Member(member), copy.Zones) == DateText.Format(read.Member(member), copy.Zones);
    }

    private static string? Priority(JsonElement task) => task.Member("priority").Text("priority");

    private static HashSet<string> Texts(JsonElement task, string list, string member) =>
        task.Items(list).Select(item => item.Text(member)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string?, string?, string?, bool)> Checklists(JsonElement task) =>
        task.Items("checklists")
            .SelectMany(static list =>
                ChecklistCopy.Flatten(list).Select(line => (list.Text("name"), line.Above, line.Name, line.IsTicked))
            );

    private static IEnumerable<(string?, string?)> Files(JsonElement task) =>
        FileCopy.FilesOf(task).Select(static file => (file.Text("title"), file.Text("size"))).Order();
}

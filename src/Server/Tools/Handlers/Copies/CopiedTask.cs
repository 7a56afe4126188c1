using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The request that makes the copy of one task, without what ClickUp takes only afterwards.</summary>
/// <param name="node">The original.</param>
/// <param name="order">What is copied.</param>
/// <param name="place">Where to.</param>
/// <param name="shift">Moves its dates.</param>
internal sealed class CopiedTask(TaskNode node, CopyOrder order, CopyPlace place, DateShift shift)
{
    private readonly JsonElement _task = node.Task;

    /// <summary>What the copy is called: in the list of the original another name, so that names still tell them apart.</summary>
    public string Name
    {
        get
        {
            string own = _task.Text("name") ?? "?";
            return node.Parent is not null ? own : order.Name ?? (place.IsSameList ? $"{own} (copy)" : own);
        }
    }

    /// <summary>The request.</summary>
    /// <param name="parent">The task that the copy is below; null for none.</param>
    /// <param name="fields">The values of its custom fields.</param>
    public ClickUpRequest RequestFor(TaskId? parent, IReadOnlyList<FieldAssignment> fields)
    {
        bool isRoot = node.Parent is null;
        bool hasDates = Has(CopyParts.Dates);
        return ClickUpOperations.PostTask(
            name: Name,
            list: place.List,
            description: Has(CopyParts.Description) ? _task.Text("markdown_description") : null,
            status: StatusOf(_task, place, order.Parts) is { } status ? new StatusId(status) : null,
            priority: Has(CopyParts.Priority) ? _task.Member("priority").Text("priority") : null,
            due: hasDates ? shift.Due(node)
                : isRoot ? order.Due
                : null,
            start: hasDates ? shift.Start(node)
                : isRoot ? order.Start
                : null,
            estimate: Has(CopyParts.Estimate) ? (long?)LenientValue.Number(_task.Member("time_estimate")) : null,
            assignees: Has(CopyParts.Assignees)
                ? Listed(People().Where(place.HasMember), static id => new MemberId(id))
                : null,
            tags: Has(CopyParts.Tags) ? Listed(Texts("tags", "name"), static name => new TagId(name)) : null,
            parent: parent,
            points: Has(CopyParts.Estimate) ? (double?)LenientValue.Number(_task.Member("points")) : null,
            taskType: TypeOf(_task, place) is { } type ? new TaskTypeId(type) : null,
            customFields: fields.Count == 0 ? null : FieldAssignment.ToJson(fields),
            groupAssignees: Has(CopyParts.Assignees) && place.IsSameWorkspace
                ? Listed(Texts("group_assignees", "id"), static id => new UserGroupId(id))
                : null,
            archived: _task.IsTrue("archived") ? true : null
        );
    }

    /// <summary>The status of the copy; null for the first of the list.</summary>
    public static string? StatusOf(JsonElement task, CopyPlace place, CopyParts parts) =>
        parts.Has(CopyParts.Status) ? place.StatusFor(task.Member("status")) : null;

    /// <summary>The task type of the copy; null for a plain task. Those of a workspace are its own.</summary>
    public static string? TypeOf(JsonElement task, CopyPlace place) =>
        task.Text("custom_item_id") is { } type and not "0" && (place.IsSameWorkspace || type == "1") ? type : null;

    private bool Has(string part) => order.Parts.Has(part);

    private IEnumerable<string> People() => Texts("assignees", "id");

    private IEnumerable<string> Texts(string list, string member) =>
        _task.Items(list).Select(item => item.Text(member)).OfType<string>();

    private static T[]? Listed<T>(IEnumerable<string> texts, Func<string, T> read) =>
        texts.Select(read).ToArray() is { Length: > 0 } all ? all : null;
}

using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What reports need of a task; the response that it came in is let go.</summary>
internal sealed record TaskFacts
{
    /// <summary>The members of a task that are read.</summary>
    public static readonly string[] Members =
    [
        "id",
        "name",
        "status",
        "list",
        "assignees",
        "group_assignees",
        .. TaskTie.Members,
        "priority",
        "due_date",
        "date_created",
        "date_updated",
        "date_done",
        "date_closed",
        "time_estimate",
        "time_spent",
        "points",
    ];

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its status, and ClickUp's type of that.</summary>
    public required (string Name, string Type) Status { get; init; }

    /// <summary>Its home list.</summary>
    public required NamedId List { get; init; }

    /// <summary>People, and groups of people, who are to do it.</summary>
    public required NamedId[] Assignees { get; init; }

    /// <summary>Tasks that it waits for.</summary>
    public required string[] WaitsFor { get; init; }

    /// <summary>Its priority; empty for none.</summary>
    public required string Priority { get; init; }

    /// <summary>When it is due, in Unix milliseconds.</summary>
    public long? Due { get; init; }

    /// <summary>When it was created.</summary>
    public long? Created { get; init; }

    /// <summary>When it was changed last.</summary>
    public long? Updated { get; init; }

    /// <summary>When it was done or closed.</summary>
    public long? Done { get; init; }

    /// <summary>The estimate in milliseconds; 0 for none.</summary>
    public long Estimate { get; init; }

    /// <summary>The time tracked in milliseconds.</summary>
    public long Spent { get; init; }

    /// <summary>Sprint points.</summary>
    public decimal Points { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsFinished => Status.Type is "done" or "closed";

    /// <summary>Whether work has begun and not ended.</summary>
    public bool IsInProgress => Status.Type == "custom";

    /// <summary>What is left of the estimate.</summary>
    public long Left => Math.Max(0, Estimate - Spent);

    public static TaskFacts Read(JsonElement task)
    {
        string id = task.Text("id") ?? "";
        JsonElement list = task.Member("list");
        JsonElement status = task.Member("status");
        return new TaskFacts
        {
            Id = id,
            Name = task.Text("name") ?? id,
            Status = (status.Text("status") ?? "", status.Text("type") ?? ""),
            List = new NamedId(list.Text("id") ?? "", list.Text("name") ?? ""),
            Assignees = [.. task.Items("assignees").Concat(task.Items("group_assignees")).Select(Person)],
            WaitsFor =
            [
                .. TaskTie.Of(task).Where(static tie => tie.Kind == TaskTie.DependsOn).Select(static tie => tie.Task),
            ],
            Priority = task.Member("priority").Text("priority") ?? "",
            Due = Number(task, "due_date"),
            Created = Number(task, "date_created"),
            Updated = Number(task, "date_updated"),
            Done = Number(task, "date_done") ?? Number(task, "date_closed"),
            Estimate = Number(task, "time_estimate") ?? 0,
            Spent = Number(task, "time_spent") ?? 0,
            Points = LenientValue.Number(task.Member("points")) ?? 0,
        };
    }

    /// <summary>Who a thing of ClickUp's is.</summary>
    public static NamedId Person(JsonElement person)
    {
        string id = person.Text("id") ?? "";
        return new NamedId(id, PersonText.Of(person) ?? id);
    }

    // Zero is how "none" is written in places.
    private static long? Number(JsonElement task, string member) =>
        LenientValue.Number(task.Member(member)) is { } value and > 0 and <= long.MaxValue ? (long)value : null;
}

using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What reports need of a time entry.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Person">Who tracked it.</param>
/// <param name="Milliseconds">How long it is; none that runs has a length.</param>
/// <param name="IsBillable">Whether it is billable.</param>
/// <param name="Start">When it began, in Unix milliseconds.</param>
internal sealed record TrackedTime(string Id, NamedId Person, long Milliseconds, bool IsBillable, long Start)
{
    private static readonly NamedId NoTask = new("", "(no task)");
    private static readonly NamedId NoTag = new("", "(no tag)");

    /// <summary>The task it was tracked on.</summary>
    public NamedId Task { get; private init; }

    /// <summary>The list of the task.</summary>
    public NamedId List { get; private init; }

    /// <summary>The folder of the task.</summary>
    public NamedId Folder { get; private init; }

    /// <summary>The space of the task.</summary>
    public NamedId Space { get; private init; }

    /// <summary>The tags of the task.</summary>
    public NamedId[] Tags { get; private init; } = [];

    /// <summary>The labels of the entry itself.</summary>
    public NamedId[] Labels { get; private init; } = [];

    /// <summary>The entry; null for one that still runs.</summary>
    public static TrackedTime? Read(JsonElement entry)
    {
        if (
            entry.Text("id") is not { } id
            || LenientValue.Number(entry.Member("duration")) is not (>= 0 and { } duration)
        )
        {
            return null;
        }

        JsonElement task = entry.Member("task");
        JsonElement place = entry.Member("task_location");
        bool hasTask = task.Text("id") is not null;
        return new TrackedTime(
            id,
            TaskFacts.Person(entry.Member("user")),
            (long)duration,
            LenientValue.Boolean(entry.Member("billable")) == true,
            (long)(LenientValue.Number(entry.Member("start")) ?? 0)
        )
        {
            Task = hasTask ? Named(task.Text("id"), task.Text("name")) : NoTask,
            List = hasTask ? Named(place.Text("list_id"), place.Text("list_name")) : NoTask,
            Folder = hasTask ? Named(place.Text("folder_id"), place.Text("folder_name")) : NoTask,
            Space = hasTask ? Named(place.Text("space_id"), place.Text("space_name")) : NoTask,
            Tags = Texts(entry, "task_tags"),
            Labels = Texts(entry, "tags"),
        };
    }

    /// <summary>What the entry counts for in a report by that; more than one where it has several.</summary>
    public NamedId[] KeysOf(string by, DateTimeZone days) =>
        by switch
        {
            "list" => [List],
            "folder" => [Folder],
            "space" => [Space],
            "task" => [Task],
            "tag" => Tags.Length == 0 ? [NoTag] : Tags,
            "label" => Labels.Length == 0 ? [NoTag] : Labels,
            "day" or "week" or "month" => [CalendarBucket.Of(by, Instant.FromUnixTimeMilliseconds(Start), days)],
            _ => [Person],
        };

    private static NamedId Named(string? id, string? name) => new(id ?? "", name ?? id ?? "");

    private static NamedId[] Texts(JsonElement entry, string member) =>
        [
            .. entry
                .Items(member)
                .Select(static tag => tag.Text("name"))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(static name => new NamedId(name.ToLowerInvariant(), name)),
        ];
}

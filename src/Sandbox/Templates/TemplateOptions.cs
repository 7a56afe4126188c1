using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Templates;

/// <summary>What a template brings along: everything, unless import switches are given; then what they name.</summary>
internal sealed record TemplateOptions
{
    private static readonly string[] Switches =
    [
        "time_estimate",
        "automation",
        "include_views",
        "old_due_date",
        "old_start_date",
        "old_followers",
        "comment_attachments",
        "recur_settings",
        "old_tags",
        "old_statuses",
        "subtasks",
        "custom_type",
        "old_assignees",
        "attachments",
        "comment",
        "old_status",
        "external_dependencies",
        "internal_dependencies",
        "priority",
        "custom_fields",
        "old_checklists",
        "relationships",
        "old_subtask_assignees",
    ];

    private IReadOnlySet<string>? _wanted;

    public static TemplateOptions Everything { get; } = new();

    /// <summary>Replaces the description of a list.</summary>
    public string? Content { get; private init; }

    /// <summary>Where the days of the template count from; null is now.</summary>
    public long? Start { get; private init; }

    public bool SkipsWeekends { get; private init; }

    /// <summary>Whether archived tasks come along; ClickUp's modes 1 and 2 do the same here.</summary>
    public bool WithArchived { get; private init; }

    public static TemplateOptions Read(RequestBody? body)
    {
        if (body is null)
        {
            return Everything;
        }

        var given = Switches.Where(name => body.Flag(name) is not null || body.Number(name) is not null).ToList();
        return new TemplateOptions
        {
            Content = body.Text("content"),
            Start = Moment(body, "start_date"),
            SkipsWeekends = body.Flag("skip_weekends") == true,
            WithArchived = body.Number("archived") switch
            {
                null => false,
                1 or 2 => true,
                _ => throw Refuse.BadRequest("archived must be one of 1, 2, null"),
            },
            _wanted =
                given.Count == 0
                    ? null
                    : given.Where(name => body.Flag(name) == true || body.Number(name) is > 0).ToHashSet(),
        };
    }

    public bool Brings(string name) => _wanted?.Contains(name) != false;

    private static long? Moment(RequestBody body, string name)
    {
        if (body.Text(name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, out var moment)
            ? moment.ToUnixTimeMilliseconds()
            : throw Refuse.BadRequest($"{name} must be a date-time");
    }
}

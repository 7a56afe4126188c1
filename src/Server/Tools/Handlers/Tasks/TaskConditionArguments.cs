using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What a caller asks of tasks that ClickUp cannot filter by.</summary>
/// <param name="Due">The day or period in which they are due, in the caller's words.</param>
/// <param name="Overdue">Whether they must be past due and unfinished.</param>
/// <param name="Unassigned">Whether nobody may be assigned, neither a person nor a group.</param>
/// <param name="Open">Whether they must be unfinished.</param>
/// <param name="StatusTypes">The types of status that they may have.</param>
internal sealed record TaskConditionArguments(
    DateExpression? Due,
    bool? Overdue,
    bool? Unassigned,
    bool? Open,
    IReadOnlyList<string>? StatusTypes
);

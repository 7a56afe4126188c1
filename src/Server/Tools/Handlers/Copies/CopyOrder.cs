using ClickUpMcp.Api;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What a call wants to be copied, where to, and how.</summary>
/// <param name="Task">The original.</param>
/// <param name="List">Where the copy goes; null for the list of the original.</param>
/// <param name="Parts">What of it is copied.</param>
internal sealed record CopyOrder(TaskId Task, ListId? List, CopyParts Parts)
{
    /// <summary>What the copy is called; null for the name of the original.</summary>
    public string? Name { get; private init; }

    /// <summary>When the copy is due; all other dates move by the same distance.</summary>
    public ResolvedDate? Due { get; private init; }

    /// <summary>When the copy starts; all other dates move by the same distance.</summary>
    public ResolvedDate? Start { get; private init; }

    /// <summary>By how many days dates move.</summary>
    public int ShiftDays { get; private init; }

    /// <summary>The order for all tasks of a place.</summary>
    public static CopyOrder OfPlace(PlaceOrder order) =>
        new(default, null, order.Parts) { ShiftDays = order.ShiftDays };

    /// <summary>The order that arguments give.</summary>
    public static CopyOrder Of(ResolvedDuplicateTask arguments) =>
        new(arguments.Task, arguments.List, new CopyParts(arguments.Include, arguments.Without))
        {
            Name = arguments.Name,
            Due = arguments.Due,
            Start = arguments.Start,
            ShiftDays = (int)(arguments.ShiftDays ?? 0),
        };
}

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What a caller wants of a view; what is null stays as it is, or as it is in a new view.</summary>
internal sealed record ViewChanges
{
    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? GroupBy { get; init; }

    public bool? GroupDescending { get; init; }

    /// <summary>Fields; a minus in front means descending.</summary>
    public IReadOnlyList<string>? Sort { get; init; }

    public IReadOnlyList<ViewCondition>? Filters { get; init; }

    /// <summary>all or any.</summary>
    public string? Match { get; init; }

    public string? Search { get; init; }

    public bool? ShowClosed { get; init; }

    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>separate, expanded or collapsed.</summary>
    public string? ShowSubtasks { get; init; }

    public string? Visibility { get; init; }

    public bool? Protected { get; init; }

    public string? ProtectedNote { get; init; }
}

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What a caller wants of a view; what is null stays as it is, or as it is in a new view.</summary>
/// <param name="Parts">What create and update take alike.</param>
internal sealed record ViewChanges(IViewDefinition Parts)
{
    public string? Name { get; init; }

    public string? Type { get; init; }

    public IEnumerable<ViewCondition>? Filters { get; init; }

    public string? Visibility { get; init; }

    public bool? Protected { get; init; }

    public string? ProtectedNote { get; init; }
}

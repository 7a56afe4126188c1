namespace ClickUpMcp.Resolution;

/// <summary>One request with which ClickUp lists things of a kind.</summary>
/// <param name="Parent">In what it lists them.</param>
/// <param name="Operation">The official operation id.</param>
/// <param name="Path">The request path, with <see cref="Workspace"/> and <see cref="In"/> for ids.</param>
/// <param name="Items">
/// Dotted paths to the things in the answer; a name followed by <c>[]</c> is an array of named groups, and the empty
/// path is the answer itself.
/// </param>
internal sealed record Listing(EntityKind Parent, string Operation, string Path, params IReadOnlyList<string> Items)
{
    /// <summary>Stands for the workspace's id, as a path segment or as the value of the query parameter.</summary>
    public const string Workspace = "{workspace}";

    /// <summary>Stands for the parent's id, as a path segment.</summary>
    public const string In = "{in}";

    /// <summary>A constant query parameter.</summary>
    public (string Name, string Value)? Query { get; init; }

    public ListingPages Pages { get; init; }

    public bool NeedsWorkspace => Path.Split('/').Contains(Workspace) || Query?.Value == Workspace;
}

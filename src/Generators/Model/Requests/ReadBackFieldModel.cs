namespace ClickUpMcp.Generators.Model;

/// <summary>One value that a response is expected to show.</summary>
/// <param name="Argument">The argument it comes from.</param>
/// <param name="Sent">Its path in the body; null when it stands in path or query of the request.</param>
/// <param name="Shown">Its path in the thing that comes back; several are separated by <c>|</c>.</param>
/// <param name="Kind">How the two are compared (a member of the runtime's ReadBackKind).</param>
internal sealed record ReadBackFieldModel(string Argument, string? Sent, string Shown, string Kind)
{
    /// <summary>The argument whose id picks the item that <see cref="Shown"/> goes through; null when none does.</summary>
    public string? Item { get; init; }

    /// <summary>Instead of <see cref="Item"/>: the path in the response to the id.</summary>
    public string? ItemFrom { get; init; }
}

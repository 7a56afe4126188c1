namespace ClickUpMcp.Api;

/// <summary>A value that the response to a write is expected to show.</summary>
/// <param name="Argument">The argument it comes from.</param>
/// <param name="Sent">Its path in the body; null when it stands in path or query of the request.</param>
/// <param name="Value">The value, where it stands in no body.</param>
/// <param name="Shown">Its path in the thing that comes back; several are separated by <c>|</c>.</param>
/// <param name="Kind">How the two are compared.</param>
internal sealed record ExpectedValue(string Argument, string? Sent, string? Value, string Shown, ReadBackKind Kind)
{
    /// <summary>The id of the item that <see cref="Shown"/> goes through; null when it goes through all or none.</summary>
    public string? Item { get; init; }

    /// <summary>Instead of <see cref="Item"/>: the path in the response to the id.</summary>
    public string? ItemFrom { get; init; }

    /// <summary>What some things show in place of values, as in <c>1=urgent|2=high</c>; null where the values have no words.</summary>
    public string? Words { get; init; }
}

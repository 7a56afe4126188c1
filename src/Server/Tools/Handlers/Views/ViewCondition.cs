namespace ClickUpMcp.Tools.Handlers;

/// <summary>One filter of a view as a caller gives it.</summary>
internal sealed record ViewCondition(string Field, string Op, IReadOnlyList<string> Values)
{
    /// <summary>Whether the values are texts even when they look like numbers.</summary>
    public bool IsOfTexts => Field is "status" or "tag" || Field.StartsWith("cf_", StringComparison.Ordinal);
}

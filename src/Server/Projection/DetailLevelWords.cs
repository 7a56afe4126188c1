namespace ClickUpMcp.Projection;

/// <summary>The words of detail levels, in the spec as in calls.</summary>
internal static class DetailLevelWords
{
    /// <summary>All words; the index of one is its level.</summary>
    public static readonly string[] All = ["names", "summary", "full"];

    public static string Of(DetailLevel level) => All[(int)level];

    /// <summary>The level of a word; null for any other text.</summary>
    public static DetailLevel? Parse(string? word) =>
        Array.IndexOf(All, word) is >= 0 and var index ? (DetailLevel)index : null;
}

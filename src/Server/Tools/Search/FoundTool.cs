namespace ClickUpMcp.Tools.Search;

/// <summary>A tool that a query found.</summary>
/// <param name="Tool">Its place in the catalogue.</param>
/// <param name="Score">How well it fits.</param>
/// <param name="Words">How many words its name has: of two that fit alike the plainer one comes first.</param>
internal readonly record struct FoundTool(int Tool, double Score, int Words)
{
    /// <summary>The order of a result: negative when the first comes before the other.</summary>
    public static int Compare(FoundTool first, FoundTool other)
    {
        int order = other.Score.CompareTo(first.Score);
        order = order == 0 ? first.Words.CompareTo(other.Words) : order;
        return order == 0 ? first.Tool.CompareTo(other.Tool) : order;
    }
}

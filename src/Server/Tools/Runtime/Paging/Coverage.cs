namespace ClickUpMcp.Tools.Runtime;

/// <summary>Says how far one call looked, which is not how much it found.</summary>
internal static class Coverage
{
    /// <summary>Of a list that is read page by page.</summary>
    /// <param name="page">What was read.</param>
    /// <param name="query">What the call wants to read.</param>
    /// <param name="noun">What the items are, as in "tasks that pass the filters".</param>
    /// <param name="passed">How many were looked through, where that is less than was read.</param>
    public static string Describe(ItemPage page, ResponseQuery query, string noun, int? passed = null)
    {
        int count = passed ?? page.Seen;
        return page.NextCursor is not null
                ? $"Looked through {count} {noun}; there are more: continue with the cursor, or narrow the filters."
            : !query.IsFromStart ? $"Looked through the last {count} {noun}."
            : $"Looked through all {count} {noun}.";
    }

    /// <summary>Of a list that was read whole.</summary>
    public static string Describe(int count, string noun) => $"Looked through all {count} {noun}.";
}

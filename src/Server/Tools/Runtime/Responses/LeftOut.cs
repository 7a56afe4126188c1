namespace ClickUpMcp.Tools.Runtime;

/// <summary>Words what a list leaves out.</summary>
internal static class LeftOut
{
    /// <summary>One sentence for all that is left out; null for nothing.</summary>
    /// <param name="rows">What may be left out and how to have it, and whether this call leaves it out.</param>
    public static string? Describe(params ReadOnlySpan<(bool IsLeftOut, string What)> rows)
    {
        List<string> left = [];
        foreach ((bool isLeftOut, string what) in rows)
        {
            if (isLeftOut)
            {
                left.Add(what);
            }
        }

        return left.Count == 0 ? null : $"Left out: {string.Join(", ", left)}.";
    }
}
